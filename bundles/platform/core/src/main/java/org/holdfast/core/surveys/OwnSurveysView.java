package org.holdfast.core.surveys;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/**
 * The surveys that whoever calls can answer, or not.
 *
 * @param items those that are open, the one that ends first before the rest
 * @param signal whether answers may be signals, too
 */
@TellsNothing // about anybody but the caller
public record OwnSurveysView(List<OwnSurvey> items, OwnSignal signal) {

    /** Copies the items. */
    public OwnSurveysView {
        items = List.copyOf(items);
    }

    /**
     * A survey.
     *
     * @param id id of the round
     * @param kind {@code leaveIntent} or {@code stay}
     * @param lastDay the last day on which it can be answered, where the caller works
     * @param answered whether the caller has answered: nobody else is told
     * @param scale the values of an item
     * @param questions the items
     * @param needs what can be picked as keeping one or making one leave; empty where it is not asked
     */
    public record OwnSurvey(
            UUID id,
            String kind,
            LocalDate lastDay,
            boolean answered,
            OwnScale scale,
            List<Choice> questions,
            List<Choice> needs) {

        /** Copies the lists. */
        public OwnSurvey {
            questions = List.copyOf(questions);
            needs = List.copyOf(needs);
        }
    }

    /**
     * The values of an item.
     *
     * @param lowest the lowest, 0 or 1
     * @param highest the highest, 5 or 10
     */
    public record OwnScale(int lowest, int highest) {}

    /**
     * A question, or something to pick.
     *
     * @param code its code
     * @param text its words
     */
    public record Choice(String code, String text) {}

    /**
     * Whether answers may be signals about the caller.
     *
     * @param offered whether the caller may be asked to agree
     * @param since since when the caller agrees, null where they do not
     */
    @TellsNothing // about anybody but the caller
    public record OwnSignal(boolean offered, @Nullable LocalDate since) {}
}
