package org.holdfast.api.protection;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A PKCS#11 token that holds root keys.
 *
 * @param library the vendor's library
 * @param slot number of the token's slot; empty for the first slot that the library lists
 * @param keyLabel what the labels of our keys in it begin with, before a hyphen and the identity
 */
public record RootToken(Path library, String slot, String keyLabel) {

    /** Checks that everything is there. */
    public RootToken {
        Objects.requireNonNull(library, "library");
        Objects.requireNonNull(slot, "slot");
        Objects.requireNonNull(keyLabel, "keyLabel");
    }
}
