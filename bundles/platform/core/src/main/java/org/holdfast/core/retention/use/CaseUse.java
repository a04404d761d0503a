package org.holdfast.core.retention.use;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was done about a case, and when, as it stands in plain columns.
 *
 * @param caseId the case
 * @param superiorId the first superior who had to talk
 * @param startedAt when they got it
 * @param dueOn the last day for the talk, on their calendar
 * @param done when something was done about it first
 */
public record CaseUse(UUID caseId, UUID superiorId, Instant startedAt, LocalDate dueOn, Done done) {

    /**
     * When something was done first; null where it was not.
     *
     * @param takenOn when somebody took the alert on
     * @param talk when the first talk was recorded
     * @param plan when a plan was begun
     * @param outcome when an outcome was recorded
     */
    public record Done(
            @Nullable Instant takenOn,
            @Nullable Instant talk,
            @Nullable Instant plan,
            @Nullable Instant outcome) {}
}
