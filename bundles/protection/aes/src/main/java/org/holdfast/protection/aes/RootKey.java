package org.holdfast.protection.aes;

import javax.crypto.SecretKey;

/**
 * The key above all others.
 *
 * @param identity random name of the key, 32 hexadecimal digits, not secret
 * @param secret an AES-256 key
 */
record RootKey(String identity, SecretKey secret) {

    @Override
    public String toString() {
        return "RootKey[" + identity + "]";
    }
}
