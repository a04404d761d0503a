package org.holdfast.core.offboarding.cases;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** Who left by a case that was not taken back. Plain days of random ids: nothing is opened. Safe for use from many threads. */
@FunctionalInterface
public interface Exits {

    /**
     * Returns the exits of a time.
     *
     * @param subsidiaryId the subsidiary
     * @param from the first last day
     * @param to the last one
     * @return the last day of each case
     */
    Map<UUID, LocalDate> between(UUID subsidiaryId, LocalDate from, LocalDate to);
}
