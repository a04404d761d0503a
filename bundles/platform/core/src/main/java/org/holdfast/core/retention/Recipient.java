package org.holdfast.core.retention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whom an alert is for.
 *
 * @param role in which role
 * @param personId the superior; null for HR, which is everybody who holds the role for the subsidiary
 * @param deliverAt when it is due
 * @param deliveredAt when it was delivered, null before
 */
public record Recipient(
        Role role,
        @Nullable UUID personId,
        Instant deliverAt,
        @Nullable Instant deliveredAt) {

    /** In which role somebody gets an alert. */
    public enum Role {
        /** HR of the subsidiary, and of the group. */
        HR("subsidiaryHr"),
        /** The superior. */
        MANAGER("lineManager");

        private final String code;

        Role(String code) {
            this.code = code;
        }

        /**
         * Returns the word used in the database and the API.
         *
         * @return the code of the role of access
         */
        public String code() {
            return code;
        }
    }

    Recipient delivered(Instant at) {
        return new Recipient(role, personId, deliverAt, at);
    }
}
