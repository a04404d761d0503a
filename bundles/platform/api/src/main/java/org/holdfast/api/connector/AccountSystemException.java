package org.holdfast.api.connector;

import java.time.Duration;
import org.holdfast.api.HoldfastException;

/**
 * A system of accounts did not do what it was asked. Its message is one of a few fixed ones: what a system says may name people.
 *
 * @since 1.1.0
 */
public final class AccountSystemException extends HoldfastException {
    private static final long serialVersionUID = 1L;

    private final AccountSystemError error;
    private final Duration retryAfter;

    /**
     * Says why.
     *
     * @param error why
     */
    public AccountSystemException(AccountSystemError error) {
        this(error, Duration.ZERO);
    }

    /**
     * Says why, and how long the system wants to be left alone.
     *
     * @param error why
     * @param retryAfter how long the whole system wants to be left alone; zero where it named no time
     */
    public AccountSystemException(AccountSystemError error, Duration retryAfter) {
        super(
                error,
                "A system of accounts did not do what it was asked (" + error + "): see its settings and its own log");
        if (retryAfter.isNegative()) {
            throw new IllegalArgumentException("Nobody can be asked again before now");
        }
        this.error = error;
        this.retryAfter = retryAfter;
    }

    /**
     * Returns why.
     *
     * @return the same as {@link #code()}
     */
    public AccountSystemError error() {
        return error;
    }

    /**
     * Returns how long the system wants to be left alone.
     *
     * @return zero where it named no time
     */
    public Duration retryAfter() {
        return retryAfter;
    }
}
