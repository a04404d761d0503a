package org.holdfast.core.insight.effect;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the figures of a subsidiary are counted from.
 *
 * @param subsidiaryId the subsidiary
 * @param today its day
 * @param horizon within how many days an exit after an alert counts
 * @param flags its alerts about people who are on file
 * @param workers everybody on file
 */
record Facts(UUID subsidiaryId, LocalDate today, int horizon, List<Flag> flags, List<Worker> workers) {

    Facts {
        flags = List.copyOf(flags);
        workers = List.copyOf(workers);
    }

    /** Returns the day of the first alert. */
    Optional<LocalDate> firstAlert() {
        return flags.stream().map(Flag::opened).min(LocalDate::compareTo);
    }
}
