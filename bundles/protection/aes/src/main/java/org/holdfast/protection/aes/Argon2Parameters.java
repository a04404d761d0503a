package org.holdfast.protection.aes;

import java.nio.ByteBuffer;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;

/**
 * How much work a passphrase costs whoever guesses it: the parameters of Argon2id, version 1.3 (RFC 9106).
 *
 * @param memoryKib memory in KiB, {@value #LEAST_MEMORY_KIB} to {@value #MOST_MEMORY_KIB}
 * @param passes passes over that memory, 1 to {@value #MOST_PASSES}
 * @param lanes lanes, 1 to {@value #MOST_LANES}
 */
record Argon2Parameters(int memoryKib, int passes, int lanes) {
    /** What new files are written with: RFC 9106, section 4, its second choice, with one lane; above OWASP's 19 MiB and two passes. */
    static final Argon2Parameters STANDARD = new Argon2Parameters(64 * 1024, 3, 1);

    static final int BYTES = 12;
    static final int LEAST_MEMORY_KIB = 8 * 1024;
    static final int MOST_MEMORY_KIB = 256 * 1024;
    static final int MOST_PASSES = 16;
    static final int MOST_LANES = 8;
    private static final int KEY_BYTES = 32;

    /** Reads what {@link #write} wrote; what it gives need not be {@link #bearable}. */
    static Argon2Parameters read(ByteBuffer from) {
        return new Argon2Parameters(from.getInt(), from.getInt(), from.getInt());
    }

    void write(ByteBuffer to) {
        to.putInt(memoryKib).putInt(passes).putInt(lanes);
    }

    /**
     * Tells whether a server can be asked for this. A file says these numbers before its passphrase is known to be right,
     * so a hostile one must not be able to take all memory or time; nor, the other way, to make guessing cheap.
     */
    boolean bearable() {
        return memoryKib >= LEAST_MEMORY_KIB
                && memoryKib <= MOST_MEMORY_KIB
                && passes >= 1
                && passes <= MOST_PASSES
                && lanes >= 1
                && lanes <= MOST_LANES;
    }

    /** Derives a key of 32 bytes. To be called for bearable parameters only. */
    byte[] derive(byte[] passphrase, byte[] salt) {
        if (!bearable()) {
            throw new IllegalStateException("Argon2 parameters out of bounds: " + this);
        }
        var parameters = new org.bouncycastle.crypto.params.Argon2Parameters.Builder(
                        org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id)
                .withVersion(org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] key = new byte[KEY_BYTES];
        generator.generateBytes(passphrase, key);
        return key;
    }
}
