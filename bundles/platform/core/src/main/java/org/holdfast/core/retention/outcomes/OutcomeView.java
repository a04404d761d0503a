package org.holdfast.core.retention.outcomes;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Where;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/**
 * What came of a case, as its reader may see it.
 *
 * @param caseId the case
 * @param employeeId whom it is about
 * @param subsidiaryId their subsidiary
 * @param outcome {@code retained}, {@code moved}, {@code decided} or {@code left}; null while there is none
 * @param on the day of it
 * @param exit the exit that followed within a year
 * @param followUps how it went on after 30, 90, 180 and 365 days; empty unless somebody stayed
 * @param entries what was recorded, the last first
 * @param newAlertId a newer alert about the person that is open, for HR
 * @param may what the caller can record now: outcomes, and {@code look}
 */
public record OutcomeView(
        @TellsNothing UUID caseId,
        @Whom UUID employeeId,
        @Where UUID subsidiaryId,
        @Told("alerts") @Nullable String outcome,
        @Told("alerts") @Nullable LocalDate on,
        @Told("contract") @Nullable ExitView exit,
        @Told("alerts") List<FollowUpView> followUps,
        List<EntryView> entries,
        @Told("alerts") @Nullable UUID newAlertId,
        @Told("alerts") List<String> may) {

    /** Copies the lists. */
    public OutcomeView {
        followUps = List.copyOf(followUps);
        entries = List.copyOf(entries);
        may = List.copyOf(may);
    }

    /**
     * An exit.
     *
     * @param leftOn the last day, null where it is not known
     * @param type {@code voluntary}, {@code involuntary}, {@code retirement}, {@code other} or empty
     * @param days how many days after the outcome, or after the case was closed
     */
    public record ExitView(
            @Nullable LocalDate leftOn,
            String type,
            @Nullable Long days) {}

    /**
     * How it went on.
     *
     * @param days after how many days
     * @param dueOn the day on which somebody looks
     * @param state {@code coming}, {@code due}, {@code done}, {@code here} or {@code left}
     */
    public record FollowUpView(int days, LocalDate dueOn, String state) {}

    /**
     * What somebody recorded.
     *
     * @param id the entry
     * @param days 0 for an outcome, else after how many days somebody looked
     * @param on the day
     * @param recordedAt when it was recorded
     * @param role {@code subsidiaryHr} or {@code lineManager}: in which role
     * @param own whether by the caller
     * @param words what came of it; null for a superior who did not record it
     */
    public record EntryView(
            @TellsNothing UUID id,
            @Told("alerts") int days,
            @Told("alerts") LocalDate on,
            @Told("alerts") OffsetDateTime recordedAt,
            @Told("alerts") String role,
            @Told("alerts") boolean own,
            @Told("talks") @Nullable WordsView words) {}

    /**
     * What came of it.
     *
     * @param by name of the account that recorded it
     * @param what {@code retained}, {@code moved}, {@code decided}, {@code well} or {@code atRisk}
     * @param text what was written beside it
     */
    public record WordsView(String by, String what, String text) {}
}
