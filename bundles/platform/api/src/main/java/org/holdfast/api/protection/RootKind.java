package org.holdfast.api.protection;

import java.util.Locale;

/** What a root key is kept in. */
public enum RootKind {
    /** A PKCS#12 file, whose passphrase goes through PBKDF2: as versions before Argon2id wrote it. Only read. */
    PKCS12,
    /** A file whose passphrase goes through Argon2id. */
    ARGON2ID,
    /** A PKCS#11 token, which the key never leaves. */
    PKCS11;

    /**
     * Returns the word for stores and machines.
     *
     * @return for example {@code pkcs11}
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
