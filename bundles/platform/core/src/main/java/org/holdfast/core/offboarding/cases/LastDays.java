package org.holdfast.core.offboarding.cases;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** The last days of people who leave, or have left, by a case. Plain days of random ids: nothing is opened. Safe for use from many threads. */
@FunctionalInterface
public interface LastDays {

    /**
     * Returns the last days.
     *
     * @return the latest last day of each person's cases; of cases that are only prepared, or were taken back, none
     */
    Map<UUID, LocalDate> all();
}
