package org.holdfast.core.signals;

import java.util.Set;
import java.util.UUID;

/**
 * Signals about people were stored. A CDI event, fired after the commit.
 *
 * @param subsidiaryId the subsidiary
 * @param persons whom they are about
 */
public record SignalsArrived(UUID subsidiaryId, Set<UUID> persons) {

    /** Copies the set. */
    public SignalsArrived {
        persons = Set.copyOf(persons);
    }
}
