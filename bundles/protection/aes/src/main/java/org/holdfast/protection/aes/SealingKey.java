package org.holdfast.protection.aes;

import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import org.holdfast.api.protection.KeyRingSealedException;

/**
 * A key that seals, with the number of seals it has made in this process.
 *
 * <p>With random 96-bit nonces a key may seal at most 2^32 records (NIST SP 800-38D, section 8.3), whatever block cipher of
 * 128 bits GCM is over. The count lives as long as the key is in memory: it stops a runaway program, not a key that is used
 * over many restarts, which keys of one person or one subsidiary do not come near.
 */
abstract class SealingKey {
    static final long MOST_SEALS = 1L << 32;

    private final long id;
    private final byte suite;
    private final AtomicLong seals;

    SealingKey(long id, byte suite, long seals) {
        this.id = id;
        this.suite = suite;
        this.seals = new AtomicLong(seals);
    }

    /**
     * Seals.
     *
     * @param bench the thread's own AES cipher
     * @param sealed the record with header and nonce; what is sealed is written behind them
     */
    abstract void seal(Cipher bench, byte[] associated, byte[] plaintext, byte[] sealed);

    /** Opens a sealed record, whose header says that this key has sealed it. */
    abstract byte[] open(Cipher bench, byte[] associated, byte[] sealed) throws AEADBadTagException;

    long id() {
        return id;
    }

    /** Returns the byte that stands for the cipher suite in what this key seals. */
    byte suite() {
        return suite;
    }

    /** Counts one seal, and refuses it where the key is used up. */
    void countSeal() {
        if (seals.incrementAndGet() > MOST_SEALS) {
            seals.decrementAndGet();
            throw new KeyRingSealedException("The key " + Long.toHexString(id)
                    + " has sealed 2^32 records, its limit; replace it by a new key.");
        }
    }
}
