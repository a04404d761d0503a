package org.holdfast.core.protection.erasure;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.jurisdiction.RetentionRule;

/**
 * Records of a kind whose time ends by their own date, such as scores. The room that keeps them provides this as a CDI
 * bean. Safe for use from many threads.
 */
public interface AgedRecords {

    /**
     * Returns what is kept.
     *
     * @return a kind whose months count from {@link RetentionRule.Start#DATE}
     */
    RetentionRule.Kind kind();

    /**
     * Counts what is over.
     *
     * @param subsidiaryId the subsidiary
     * @param before first day that is still kept
     * @param held people about whom nothing is deleted
     * @return number of records
     */
    long count(UUID subsidiaryId, LocalDate before, Set<UUID> held);

    /**
     * Deletes what is over.
     *
     * @param subsidiaryId the subsidiary
     * @param before first day that is still kept
     * @param held people about whom nothing is deleted
     * @return how many records there were
     */
    long delete(UUID subsidiaryId, LocalDate before, Set<UUID> held);
}
