package org.holdfast.protection.aes;

import org.holdfast.api.protection.KeyRingState;
import org.holdfast.api.protection.KeyRingState.Status;

/** Why no root key came out of a file or token. */
final class UnreadableRoot extends Exception {
    private static final long serialVersionUID = 1L;

    private final Status status;

    /** Takes the reason as a sentence for the log, without anything secret. */
    UnreadableRoot(Status status, String reason) {
        super(reason);
        this.status = status;
    }

    KeyRingState state() {
        return new KeyRingState(status, String.valueOf(getMessage()));
    }
}
