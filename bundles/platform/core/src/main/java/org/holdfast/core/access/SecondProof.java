package org.holdfast.core.access;

import java.util.Optional;

/**
 * What somebody shows beside the password.
 *
 * @param code six digits of the app, or a recovery code
 * @param passkey what a device signed
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
record SecondProof(Optional<String> code, Optional<PasskeyAnswer> passkey) {
    static final SecondProof NONE = new SecondProof(Optional.empty(), Optional.empty());

    boolean isEmpty() {
        return code.isEmpty() && passkey.isEmpty();
    }
}
