package org.holdfast.core.offboarding.papers;

import org.jspecify.annotations.Nullable;

/**
 * What is said of a seal.
 *
 * @param version the version as it was read; 0 where there was none
 * @param file a PKCS #12 file with one key, in base64, at most 64 KiB
 * @param password its password
 * @param certificates certificates for the key the server made, as a text or in base64, at most 64 KiB
 */
public record SealFields(
        @Nullable Integer version,
        @Nullable String file,
        @Nullable String password,
        @Nullable String certificates) {

    /** Never says file or password. */
    @Override
    public String toString() {
        return "seal";
    }
}
