package org.holdfast.launcher.audit;

/** A pack of evidence cannot be made now, or not of so much. */
public final class EvidenceUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    EvidenceUnavailableException(Reason reason) {
        super("No evidence pack: " + reason);
        this.reason = reason;
    }

    /** Why there is no pack. */
    public enum Reason {
        /** Nobody signs the log while the key ring is closed. */
        UNSIGNED,
        /** There are more entries than a pack holds. */
        TOO_MANY
    }

    /**
     * Returns why.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
