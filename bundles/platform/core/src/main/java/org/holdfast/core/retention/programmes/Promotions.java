package org.holdfast.core.retention.programmes;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Knows when people were promoted. Safe for use from many threads. */
@FunctionalInterface
interface Promotions {

    /**
     * Returns the days of promotions.
     *
     * @param subsidiaryId their subsidiary
     * @param people of whom
     * @return by person, in any order; nothing at all of whose career may not be used
     */
    Map<UUID, List<LocalDate>> of(UUID subsidiaryId, Collection<UUID> people);
}
