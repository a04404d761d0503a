package org.holdfast.core.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A notice to one account that stands.
 *
 * @param id its id
 * @param account whom it is for
 * @param notice key, code of the kind and subsidiary
 * @param urgent whether it is sent at once
 * @param createdAt since when it stands
 * @param read whether it was read in the console
 */
record Notification(UUID id, UUID account, About notice, boolean urgent, Instant createdAt, boolean read) {

    /**
     * What it is about.
     *
     * @param key the notice's key
     * @param kind code of its kind
     * @param subsidiaryId the subsidiary
     */
    record About(String key, String kind, UUID subsidiaryId) {}
}
