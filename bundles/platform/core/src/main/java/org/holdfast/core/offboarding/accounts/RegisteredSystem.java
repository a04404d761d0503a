package org.holdfast.core.offboarding.accounts;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.protection.Subject;
import org.jspecify.annotations.Nullable;

/**
 * A system in which people of a subsidiary have accounts.
 *
 * @param id its id
 * @param subsidiaryId the subsidiary
 * @param kind what it is called in files, and what speaks to it
 * @param version counts changes
 * @param active whether it is asked
 * @param content what is sealed
 * @param health how it goes
 */
record RegisteredSystem(
        UUID id, UUID subsidiaryId, Kind kind, int version, boolean active, Content content, Health health) {

    /**
     * Which system it is.
     *
     * @param code code, unique in the subsidiary
     * @param connector code of the connector
     */
    record Kind(String code, String connector) {}

    /**
     * What is sealed.
     *
     * @param name its name for people
     * @param values the settings as they were typed, secrets among them
     */
    record Content(String name, Map<String, String> values) {
        Content {
            values = Map.copyOf(values);
        }

        /** Says nothing of the values: there are secrets among them. */
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * How it goes.
     *
     * @param failures how often in a row it did not answer as it should
     * @param heldUntil until when it is left alone, null for now
     * @param error what was wrong last, null for nothing
     * @param scanDueAt when all of its accounts are looked at next
     * @param scannedAt when they were looked at last, null for never
     * @param scanError why that failed since, null where it did not
     */
    record Health(
            int failures,
            @Nullable Instant heldUntil,
            @Nullable String error,
            Instant scanDueAt,
            @Nullable Instant scannedAt,
            @Nullable String scanError) {}

    Subject subject() {
        return Subject.subsidiary(subsidiaryId);
    }
}
