package org.holdfast.protection.aes;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.holdfast.api.protection.CipherSuite;

/**
 * Derives keys from key material and fingerprints from keys, by HMAC-SHA-256 or that of another cipher suite. Safe for use
 * from many threads.
 *
 * <p>Derivation is HKDF-Expand (RFC 5869, section 2.3) for one block of 32 bytes. The material is 256 random bits, so
 * the extract step is left out (section 3.3).
 */
final class KeyDerivation {
    private static final String HMAC = "HmacSHA256";

    private final Hash hash;

    /** Derives by HMAC-SHA-256. */
    KeyDerivation() {
        ThreadLocal<Mac> macs = ThreadLocal.withInitial(KeyDerivation::newMac);
        this.hash = (key, message) -> hmac(macs.get(), key, message);
    }

    /** Derives by the keyed hash of a suite, of 32 bytes, too. */
    KeyDerivation(CipherSuite suite) {
        this.hash = (key, message) -> suite.authenticate(key.getEncoded(), message);
    }

    /** A keyed hash. */
    @FunctionalInterface
    private interface Hash {
        byte[] of(SecretKeySpec key, byte[] message);
    }

    byte[] expand(byte[] material, byte[] info) {
        byte[] block = new byte[info.length + 1];
        System.arraycopy(info, 0, block, 0, info.length);
        block[info.length] = 1;
        return fingerprint(new SecretKeySpec(material, HMAC), block);
    }

    SecretKeySpec fingerprintKey(byte[] material, byte[] info) {
        return new SecretKeySpec(expand(material, info), HMAC);
    }

    byte[] fingerprint(SecretKeySpec key, byte[] value) {
        return hash.of(key, value);
    }

    private static byte[] hmac(Mac mac, SecretKeySpec key, byte[] message) {
        try {
            mac.init(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 refused its key; check the security providers of this Java", e);
        }
        return mac.doFinal(message);
    }

    private static Mac newMac() {
        try {
            return Mac.getInstance(HMAC);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HmacSHA256; use one with the SunJCE provider", e);
        }
    }
}
