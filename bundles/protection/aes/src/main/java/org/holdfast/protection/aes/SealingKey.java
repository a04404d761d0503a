package org.holdfast.protection.aes;

import java.security.Provider;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.SecretKey;
import org.holdfast.api.protection.KeyRingSealedException;
import org.jspecify.annotations.Nullable;

/**
 * A key that seals, with the number of seals it has made in this process.
 *
 * <p>With random 96-bit nonces a key may seal at most 2^32 records (NIST SP 800-38D, section 8.3). The count lives
 * as long as the key is in memory: it stops a runaway program, not a key that is used over many restarts, which
 * keys of one person or one subsidiary do not come near.
 */
final class SealingKey {
    static final long MOST_SEALS = 1L << 32;

    private final long id;
    private final SecretKey secret;
    private final AtomicLong seals;
    private final @Nullable Provider token;
    private volatile boolean lost;

    SealingKey(long id, SecretKey secret) {
        this(id, secret, 0);
    }

    SealingKey(long id, SecretKey secret, long seals) {
        this.id = id;
        this.secret = secret;
        this.seals = new AtomicLong(seals);
        this.token = null;
    }

    /** Takes a root key, which may be the handle of one in a token. */
    SealingKey(long id, RootKey root) {
        this.id = id;
        this.secret = root.secret();
        this.seals = new AtomicLong();
        this.token = root.token();
    }

    long id() {
        return id;
    }

    SecretKey secret() {
        return secret;
    }

    /** Returns by what the key is used where it is in a token; null where it is in memory. */
    @Nullable
    Provider token() {
        return token;
    }

    /** Tells whether the token with the key has gone. */
    boolean lost() {
        return lost;
    }

    /** Says what a failure means: the token with the key is gone, or this Java cannot do what every Java can. */
    RuntimeException refusal(Exception failure) {
        if (token == null) {
            return new IllegalStateException("AES/GCM refused; check the security providers of this Java", failure);
        }
        lost = true;
        KeyRingSealedException sealed = new KeyRingSealedException(Hierarchy.TOKEN_LOST);
        sealed.initCause(failure);
        return sealed;
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
