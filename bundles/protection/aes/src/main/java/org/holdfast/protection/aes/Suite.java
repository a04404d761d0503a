package org.holdfast.protection.aes;

import java.util.Arrays;
import javax.crypto.spec.SecretKeySpec;
import org.holdfast.api.protection.CipherSuite;
import org.holdfast.api.protection.KeyRingSealedException;
import org.jspecify.annotations.Nullable;

/** What becomes of the random bits of a key: what seals by it, and what is derived from it. Safe for use from many threads. */
final class Suite {
    /** The byte that stands for AES-256-GCM in a sealed record. */
    static final byte AES = 1;

    private static final int MOST_KEY_BYTES = 32;
    private static final int LEAST_KEY_BYTES = 16;

    private final String name;
    private final byte code;
    private final int keyBytes;
    private final KeyDerivation derivation;
    private final @Nullable CipherSuite other;

    /** Makes AES-256-GCM with HMAC-SHA-256. */
    Suite() {
        this.name = CipherSuite.STANDARD;
        this.code = AES;
        this.keyBytes = MOST_KEY_BYTES;
        this.derivation = new KeyDerivation();
        this.other = null;
    }

    /** Takes the suite of another bundle. */
    Suite(String name, CipherSuite other) {
        this.name = name;
        this.code = other.code();
        this.keyBytes = other.keyBytes();
        this.derivation = new KeyDerivation(other);
        this.other = other;
        if (code == AES || keyBytes < LEAST_KEY_BYTES || keyBytes > MOST_KEY_BYTES) {
            throw new KeyRingSealedException("The bundle of the cipher suite " + name
                    + " says a code or length of keys that none may have: it is not used. Replace the bundle.");
        }
    }

    String name() {
        return name;
    }

    boolean isOf(CipherSuite suite) {
        return other == suite;
    }

    /** Makes the key that seals, apart from every other use of the same bits. */
    SealingKey sealingKey(long id, byte[] material, String level) {
        byte[] secret = derivation.expand(material, info("seal", level));
        if (other == null) {
            return new AesSealingKey(id, new SecretKeySpec(secret, "AES"));
        }
        return new SuiteSealingKey(id, code, other.key(Arrays.copyOf(secret, keyBytes)));
    }

    /** Makes the key of the fingerprints of a column. */
    SecretKeySpec indexKey(byte[] material, String column) {
        return derivation.fingerprintKey(material, info("blind-index", column));
    }

    byte[] fingerprint(SecretKeySpec key, byte[] value) {
        return derivation.fingerprint(key, value);
    }

    private byte[] info(String purpose, String detail) {
        return AssociatedData.ofDerivation(code, purpose, detail);
    }
}
