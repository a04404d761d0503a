package org.holdfast.api;

import java.util.Objects;

/**
 * The one exception that crosses the border between host and bundles.
 *
 * <p>Its message says what happened, to which thing, and what to do. It never holds personal data: messages reach
 * logs.
 */
public class HoldfastException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;

    /**
     * Creates a failure without a deeper cause.
     *
     * @param code what kind of failure it is
     * @param message what happened, to which thing, and what to do; no personal data
     */
    public HoldfastException(ErrorCode code, String message) {
        super(message);
        this.code = Objects.requireNonNull(code, "code");
    }

    /**
     * Creates a failure that another one caused.
     *
     * @param code what kind of failure it is
     * @param message what happened, to which thing, and what to do; no personal data
     * @param cause what caused it
     */
    public HoldfastException(ErrorCode code, String message, Throwable cause) {
        super(message, cause);
        this.code = Objects.requireNonNull(code, "code");
    }

    /**
     * Returns the kind of failure.
     *
     * @return the code this failure was created with, never null
     */
    public ErrorCode code() {
        return code;
    }
}
