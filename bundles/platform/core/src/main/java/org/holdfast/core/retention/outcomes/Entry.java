package org.holdfast.core.retention.outcomes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An outcome, or how it went on. It is recorded once and never changed: of several outcomes the last one stands.
 *
 * @param id random id
 * @param caseId the case
 * @param key made by who sends it, so that a request that is sent twice is taken once
 * @param recordedAt when it was recorded
 * @param words what came of it; sealed in the database
 */
record Entry(UUID id, UUID caseId, UUID key, Instant recordedAt, Words words) {

    /**
     * What is sealed.
     *
     * @param what the outcome, or how it went on
     * @param days after how many days it went on like that; 0 for an outcome
     * @param on the day of the outcome, or on which somebody looked
     * @param text what was written beside it, may be empty
     * @param by who recorded it
     */
    record Words(What what, int days, LocalDate on, String text, By by) {
        /** Says whether two people, or the same one twice, sent the same. */
        boolean sameAs(Words other) {
            return what == other.what
                    && days == other.days
                    && text.equals(other.text)
                    && by.account().equals(other.by.account())
                    && (days != 0 || on.equals(other.on));
        }
    }

    /**
     * Who recorded it.
     *
     * @param account id of the account
     * @param name its name
     * @param hr whether as HR
     */
    record By(String account, String name, boolean hr) {}

    /** What came of it. */
    enum What {
        /** The person stays. */
        RETAINED("retained", true),
        /** The person stays in another post or subsidiary. */
        MOVED("moved", true),
        /** The firm does not negotiate any more. */
        DECIDED("decided", true),
        /** Afterwards: all is well. */
        WELL("well", false),
        /** Afterwards: the person may leave after all. */
        AT_RISK("atRisk", false);

        private final String code;
        private final boolean outcome;

        What(String code, boolean outcome) {
            this.code = code;
            this.outcome = outcome;
        }

        /** Returns the word used in the API. */
        String code() {
            return code;
        }

        /** Says whether it is an outcome, and not how it went on. */
        boolean outcome() {
            return outcome;
        }

        /** Says whether somebody looks after it for a year. */
        boolean followed() {
            return this == RETAINED || this == MOVED;
        }

        static Optional<What> ofCode(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(what -> what.code.equals(code))
                    .findFirst();
        }
    }
}
