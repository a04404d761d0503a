package org.holdfast.api.protection;

import java.util.Objects;

/**
 * Whether a key ring can seal and open, and if not, why.
 *
 * @param status the state
 * @param reason why, in English, for the log, without personal data or secrets; empty when open. People are told the
 *     state by the host, in their language
 */
public record KeyRingState(Status status, String reason) {

    /** Checks that both are there. */
    public KeyRingState {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(reason, "reason");
    }

    /** What a key ring can be. */
    public enum Status {
        /** It seals and opens. */
        OPEN,
        /** There is no root key file, or its token is not there. */
        ABSENT,
        /** The root key file or token is there, but the passphrase or PIN is missing or wrong. */
        LOCKED,
        /** The root key file cannot be read as one. */
        DAMAGED
    }
}
