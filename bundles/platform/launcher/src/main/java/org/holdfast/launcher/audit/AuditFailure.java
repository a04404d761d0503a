package org.holdfast.launcher.audit;

/** The audit log cannot take or read entries. What was to be audited must not happen then. */
public final class AuditFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates a failure.
     *
     * @param message what is wrong, without personal data
     * @param cause the technical cause
     */
    public AuditFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Creates a failure without a technical cause.
     *
     * @param message what is wrong, without personal data
     */
    public AuditFailure(String message) {
        super(message);
    }
}
