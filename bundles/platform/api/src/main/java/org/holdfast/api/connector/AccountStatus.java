package org.holdfast.api.connector;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether an account lives.
 *
 * @param life what the system says
 * @param since when it came to that, as far as the system tells; never taken as a proof
 * @since 1.1.0
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
public record AccountStatus(Life life, Optional<Instant> since) {

    /** Whether somebody could sign in with an account. */
    public enum Life {
        /** It can be used. */
        ACTIVE,
        /** It is there, and nobody can sign in with it. */
        DISABLED,
        /** There is no such account. */
        GONE
    }

    /** Checks that nothing is null. */
    public AccountStatus {
        Objects.requireNonNull(life, "life");
        Objects.requireNonNull(since, "since");
    }

    /**
     * Says what is known without a moment.
     *
     * @param life what the system says
     * @return the status
     */
    public static AccountStatus of(Life life) {
        return new AccountStatus(life, Optional.empty());
    }
}
