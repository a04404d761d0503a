package org.holdfast.core.offboarding.preparation;

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
 * A preparation as it is shown.
 *
 * @param id its id
 * @param employee whose handover is prepared
 * @param state {@code goingOn}, {@code revoked} or {@code begun}
 * @param why a code of {@link PreparationWhy}
 * @param wantedOn the day the firm has in mind; it binds nobody
 * @param startedAt when it began
 * @param endedAt when it was revoked or a case began from it
 * @param version how often it was changed
 * @param note more in words, for HR alone
 * @param steps what can be prepared, with what is done
 * @param evidence what was collected, with what is still asked for where somebody stays away; for HR alone, null in lists
 * @param waiting what waits for a lawful event, codes such as {@code endAccounts}; empty once it is over
 * @param history what was done, the first first; null in lists
 * @param mayChange whether the caller may change it now
 */
public record PreparationView(
        @TellsNothing UUID id,
        @Whom EmployeeRow employee,
        @Told("offboarding") String state,
        @Told("offboarding") String why,
        @Told("offboarding") @Nullable LocalDate wantedOn,
        @Told("offboarding") OffsetDateTime startedAt,
        @Told("offboarding") @Nullable OffsetDateTime endedAt,
        @TellsNothing int version,
        @Told("exitReason") @Nullable String note,
        @Told("offboarding") List<StepView> steps,
        @Told("exitReason") @Nullable List<EvidenceView> evidence,
        @Told("offboarding") List<String> waiting,
        @Told("exitReason") @Nullable List<EntryView> history,
        @Told("offboarding") boolean mayChange) {

    /** Copies the lists. */
    public PreparationView {
        steps = List.copyOf(steps);
        evidence = evidence == null ? null : List.copyOf(evidence);
        waiting = List.copyOf(waiting);
        history = history == null ? null : List.copyOf(history);
    }

    /**
     * A step.
     *
     * @param code a code of {@link PreparationStep}
     * @param doneAt when it was done, null while it is open
     */
    public record StepView(String code, @Nullable OffsetDateTime doneAt) {}

    /**
     * A piece of evidence, or one that is asked for.
     *
     * @param kind what it shows
     * @param reference where it is found, null where it is missing
     * @param on its day, null where it is missing
     * @param article the article that asks for it, in the reader's language; null where none does
     */
    public record EvidenceView(
            String kind,
            @Nullable String reference,
            @Nullable LocalDate on,
            @Nullable String article) {}

    /**
     * Something that was done.
     *
     * @param at when
     * @param what {@code started}, {@code changed}, {@code stepDone}, {@code stepUndone}, {@code evidenceAdded}, {@code revoked} or
     *     {@code begun}
     * @param detail the code of a step or of a kind of evidence, empty for none
     * @param by user name of who did it, null for the server
     * @param note what was written beside it
     */
    public record EntryView(
            OffsetDateTime at,
            String what,
            String detail,
            @Nullable String by,
            String note) {}
}
