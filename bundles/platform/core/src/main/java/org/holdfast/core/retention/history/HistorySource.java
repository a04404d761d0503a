package org.holdfast.core.retention.history;

import java.util.List;
import java.util.UUID;

/** Adds to what was done to keep somebody what one part of the room knows. */
@FunctionalInterface
public interface HistorySource {

    /**
     * Returns what the present caller may see as HR of the person.
     *
     * @param subsidiaryId the person's subsidiary
     * @param personId the person
     * @return entries in any order
     */
    List<HistoryEntry> of(UUID subsidiaryId, UUID personId);
}
