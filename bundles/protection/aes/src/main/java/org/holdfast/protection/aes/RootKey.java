package org.holdfast.protection.aes;

import java.security.Provider;
import javax.crypto.SecretKey;
import org.holdfast.api.protection.RootKind;
import org.jspecify.annotations.Nullable;

/**
 * The key above all others.
 *
 * @param identity random name of the key, 32 hexadecimal digits, not secret
 * @param secret an AES-256 key, or the handle of one that is in a token
 * @param kind what it is kept in
 * @param token by what a key in a token is used; null where the secret is in memory
 */
record RootKey(
        String identity,
        SecretKey secret,
        RootKind kind,
        @Nullable Provider token) {

    @Override
    public String toString() {
        return "RootKey[" + identity + "]";
    }
}
