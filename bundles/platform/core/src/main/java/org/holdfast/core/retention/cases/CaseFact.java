package org.holdfast.core.retention.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What figures are counted from: that an alert had a case, and what became of its talks. No word that was said.
 *
 * @param alertId the alert
 * @param openedAt when the case was opened
 * @param talkedOn day of the first talk nobody corrected, null before
 * @param meansToLeave whether the person said that they mean to leave: true where they said so in any talk, false where they
 *     denied it, null where they did not declare themselves or nobody talked
 */
public record CaseFact(
        UUID alertId,
        Instant openedAt,
        @Nullable LocalDate talkedOn,
        @Nullable Boolean meansToLeave) {}
