package org.holdfast.core.offboarding.accounts;

import java.time.Instant;
import java.util.UUID;
import org.holdfast.core.protection.Subject;
import org.jspecify.annotations.Nullable;

/**
 * An account of a person in a system.
 *
 * @param id its id here
 * @param owner whose it is
 * @param systemId the system
 * @param name what it is called there
 * @param deadAt when it was read dead, null where it was not, or lives again
 * @param revivedAt when it was seen alive after it had been dead, null where it was not
 */
record Account(
        UUID id,
        Subject owner,
        UUID systemId,
        Name name,
        @Nullable Instant deadAt,
        @Nullable Instant revivedAt) {

    /**
     * What an account is called in its system; sealed.
     *
     * @param reference what it is kept by
     * @param name for people, may be empty
     */
    record Name(String reference, String name) {
        /** Returns what people are shown. */
        String shown() {
            return name.isEmpty() ? reference : name;
        }

        /** Names nobody. */
        @Override
        public String toString() {
            return "account";
        }
    }
}
