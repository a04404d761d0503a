package org.holdfast.core.surveys;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/**
 * A round of a survey, and what it came to. It tells of groups of at least ten answers alone, and never who answered.
 *
 * @param id random id
 * @param kind {@code leaveIntent} or {@code stay}
 * @param subsidiaryId whose people are asked
 * @param subsidiaryName its name
 * @param departmentId the department with all below it, null for the whole subsidiary
 * @param departmentName its name, null for the whole subsidiary
 * @param firstDay the first day on which it can be answered, in the subsidiary's time zone
 * @param lastDay the last day
 * @param state {@code draft}, {@code planned} before its first day, {@code open}, {@code counting} for minutes after its last,
 *     {@code closed} or {@code cancelled}
 * @param results what it came to; null in lists, and before it is closed
 */
@TellsNothing
public record RoundView(
        UUID id,
        String kind,
        UUID subsidiaryId,
        String subsidiaryName,
        @Nullable UUID departmentId,
        @Nullable String departmentName,
        LocalDate firstDay,
        LocalDate lastDay,
        String state,
        @Nullable ResultView results) {

    /**
     * What a round came to.
     *
     * @param tooFew whether there are too few answers to show any
     * @param invited how many were asked, null where there are too few answers
     * @param answered how many answered, null where there are too few
     * @param overall figures of all, null where there are too few
     * @param items for each question how often each value was given
     * @param keeps what keeps people, what most named first
     * @param leaves what would make people leave, what most named first
     * @param units the departments the answers are split by
     * @param before the round of the same people and kind before, null where there is none or it had too few answers
     */
    public record ResultView(
            boolean tooFew,
            @Nullable Integer invited,
            @Nullable Integer answered,
            @Nullable Overall overall,
            List<ItemView> items,
            List<NeedCount> keeps,
            List<NeedCount> leaves,
            List<UnitView> units,
            @Nullable Before before) {

        /** Copies the lists. */
        public ResultView {
            items = List.copyOf(items);
            keeps = List.copyOf(keeps);
            leaves = List.copyOf(leaves);
            units = List.copyOf(units);
        }
    }

    /**
     * Figures of a group.
     *
     * @param answers how many answered
     * @param mean mean of the items, to two decimals
     * @param recommendation promoters less detractors, -100 to 100 (eNPS); null where that is not asked
     */
    public record Overall(
            int answers, double mean, @Nullable Integer recommendation) {}

    /**
     * Answers to a question.
     *
     * @param code code of the item
     * @param text its words
     * @param lowest the value the first count is of
     * @param counts how often each value was given
     * @param mean the mean, to two decimals
     */
    public record ItemView(String code, String text, int lowest, List<Integer> counts, double mean) {

        /** Copies the counts. */
        public ItemView {
            counts = List.copyOf(counts);
        }
    }

    /**
     * How many named a need.
     *
     * @param code its code
     * @param text its words
     * @param count how many
     */
    public record NeedCount(String code, String text, int count) {}

    /**
     * Answers of a department with all below it.
     *
     * @param departmentId the department
     * @param name its name
     * @param figures its figures, null where they would tell of few people
     */
    public record UnitView(
            UUID departmentId, String name, @Nullable Overall figures) {}

    /**
     * The round before.
     *
     * @param id the round
     * @param lastDay its last day
     * @param figures its figures
     */
    public record Before(UUID id, LocalDate lastDay, Overall figures) {}
}
