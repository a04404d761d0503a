package org.holdfast.core.signals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * How far a source has delivered a signal.
 *
 * @param subsidiaryId the subsidiary
 * @param signal code of the signal
 * @param source the source
 * @param earliestDate first day with a fact
 * @param latestDate last day with a fact
 * @param latestKnownAt when the newest fact was known
 * @param rows how many facts arrived
 */
public record Freshness(
        UUID subsidiaryId,
        String signal,
        String source,
        LocalDate earliestDate,
        LocalDate latestDate,
        Instant latestKnownAt,
        long rows) {}
