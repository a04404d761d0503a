package org.holdfast.protection.aes;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;

/**
 * Writes and reads sealed records, with random 96-bit nonces and 128-bit tags, no other sizes.
 *
 * <p>A sealed record is {@code 0x01 | suite(1) | keyId(8) | iv(12) | ciphertext | tag(16)}. What follows the key id is
 * what Tink's {@code AesGcmJce} reads, so that another library can open it. Safe for use from many threads: each has a
 * cipher of its own, because looking one up costs more than sealing a small field.
 */
final class FieldSealer {
    static final byte VERSION = 1;
    static final int HEADER_BYTES = 10;
    static final int NONCE_BYTES = 12;
    static final int TAG_BYTES = 16;
    /** Where the ciphertext begins. */
    static final int START = HEADER_BYTES + NONCE_BYTES;

    static final int OVERHEAD_BYTES = START + TAG_BYTES;

    private final ThreadLocal<Bench> benches = ThreadLocal.withInitial(Bench::new);

    byte[] seal(SealingKey key, byte[] associated, byte[] plaintext) {
        key.countSeal();
        byte[] sealed = new byte[OVERHEAD_BYTES + plaintext.length];
        sealed[0] = VERSION;
        sealed[1] = key.suite();
        ByteBuffer.wrap(sealed).putLong(2, key.id());
        Bench bench = benches.get();
        bench.nonce(sealed);
        key.seal(bench.cipher, associated, plaintext, sealed);
        return sealed;
    }

    /** Opens a sealed record; every reason not to is the same exception, so that nothing is learned from it. */
    byte[] open(SealingKey key, byte[] associated, byte[] sealed) throws AEADBadTagException {
        if (!isFor(key, sealed)) {
            throw new AEADBadTagException("not sealed by this key");
        }
        return key.open(benches.get().cipher, associated, sealed);
    }

    /** Tells whether a sealed record names this key as the one that sealed it; only opening it shows that it is true. */
    static boolean isFor(SealingKey key, byte[] sealed) {
        return sealed.length >= OVERHEAD_BYTES
                && sealed[0] == VERSION
                && sealed[1] == key.suite()
                && ByteBuffer.wrap(sealed).getLong(2) == key.id();
    }

    /** What one thread works with. Nonces are drawn in lots, because the system's random source is shared. */
    private static final class Bench {
        private static final int LOT = 64;

        private final Cipher cipher;
        private final SecureRandom random = new SecureRandom();
        private final byte[] nonces = new byte[LOT * NONCE_BYTES];
        private int used = nonces.length;

        Bench() {
            try {
                cipher = Cipher.getInstance(AesSealingKey.CIPHER);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("This Java has no AES/GCM; use one with the SunJCE provider", e);
            }
        }

        void nonce(byte[] sealed) {
            if (used == nonces.length) {
                random.nextBytes(nonces);
                used = 0;
            }
            System.arraycopy(nonces, used, sealed, HEADER_BYTES, NONCE_BYTES);
            used += NONCE_BYTES;
        }
    }
}
