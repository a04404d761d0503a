package org.holdfast.core.offboarding.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/**
 * What somebody is owed at the end of an employment.
 *
 * @param offboardingId the case
 * @param employee whom it is about
 * @param version how often it was changed; 0 where nobody has said anything yet
 * @param state how far it has come: the words of {@link SettlementState}
 * @param exit how and when the employment ends
 * @param rules whether the country's labour rules say what is owed; without them nothing is computed
 * @param law country and version of the rules, empty without them
 * @param currency ISO 4217 code, empty without rules
 * @param inputs what it is computed from
 * @param wanted what is missing: code and words; nothing is agreed on before it is there
 * @param lines what is owed
 * @param sums what the lines come to; null as long as anything is missing, and without rules
 * @param notes what has to be known besides, in words
 * @param places places of the country whose average wage is known for the last day
 * @param outdated whether what was agreed on is not what would be computed today
 * @param history its versions, the latest first
 */
public record SettlementView(
        @TellsNothing UUID offboardingId,
        @Whom EmployeeRow employee,
        @Told("settlement") int version,
        @Told("settlement") String state,
        @Told("settlement") ExitView exit,
        @Told("settlement") boolean rules,
        @Told("settlement") String law,
        @Told("settlement") String currency,
        @Told("settlement") InputsView inputs,
        @Told("settlement") List<WantedView> wanted,
        @Told("settlement") List<LineView> lines,
        @Told("settlement") @Nullable SumsView sums,
        @Told("settlement") List<String> notes,
        @Told("settlement") List<String> places,
        @Told("settlement") boolean outdated,
        @Told("settlement") List<VersionView> history) {

    /** Copies the lists. */
    public SettlementView {
        wanted = List.copyOf(wanted);
        lines = List.copyOf(lines);
        notes = List.copyOf(notes);
        places = List.copyOf(places);
        history = List.copyOf(history);
    }

    /**
     * How and when the employment ends.
     *
     * @param kind code of the kind of ending
     * @param kindText its words
     * @param noticeDay when it was said, null where it was not
     * @param lastDay its last day
     * @param handedOver whether the work was handed over
     */
    public record ExitView(
            String kind, String kindText, @Nullable LocalDate noticeDay, LocalDate lastDay, boolean handedOver) {}

    /**
     * What people said, as {@link SettlementFields} takes it.
     *
     * @param monthlyPay pay of a month
     * @param lastMonthPay pay of the last whole month
     * @param averagePay average pay of a month
     * @param ordinaryPay the same without overtime
     * @param paidUntil the last day that was paid
     * @param leaveDays days of leave of the year
     * @param leaveTaken how many were taken
     * @param place the place of the average wage, may be empty
     * @param claims bonuses and expenses
     */
    public record InputsView(
            @Nullable BigDecimal monthlyPay,
            @Nullable BigDecimal lastMonthPay,
            @Nullable BigDecimal averagePay,
            @Nullable BigDecimal ordinaryPay,
            @Nullable LocalDate paidUntil,
            @Nullable BigDecimal leaveDays,
            @Nullable BigDecimal leaveTaken,
            String place,
            List<ClaimView> claims) {

        /** Copies the claims. */
        public InputsView {
            claims = List.copyOf(claims);
        }
    }

    /**
     * A bonus or an expense.
     *
     * @param component {@code bonus} or {@code expenses}
     * @param label what for
     * @param amount how much
     * @param state {@code open}, {@code accepted} or {@code refused}
     */
    public record ClaimView(String component, String label, BigDecimal amount, String state) {}

    /**
     * Something that is missing.
     *
     * @param code the words of {@link Wanted}
     * @param text what is asked for
     */
    public record WantedView(String code, String text) {}

    /**
     * A line.
     *
     * @param component code of what is owed
     * @param title its words, with the label of a claim
     * @param amount how much
     * @param held whether it waits for the handover
     * @param steps how it was computed
     */
    public record LineView(String component, String title, BigDecimal amount, boolean held, List<StepView> steps) {

        /** Copies the steps. */
        public LineView {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A step of a sum.
     *
     * @param text the formula with its figures, in words
     * @param result what it comes to
     * @param article name of the article it is from
     */
    public record StepView(String text, String result, String article) {}

    /**
     * What the lines come to.
     *
     * @param due due on the last day, whatever was handed over
     * @param held waits for the handover
     * @param total both
     * @param holdArticle name of the article by which something waits; empty where nothing may
     */
    public record SumsView(BigDecimal due, BigDecimal held, BigDecimal total, String holdArticle) {}

    /**
     * A version.
     *
     * @param version its number
     * @param state how far the settlement had come with it
     * @param at when it was made
     * @param by user name of who made it
     */
    public record VersionView(int version, String state, OffsetDateTime at, String by) {}
}
