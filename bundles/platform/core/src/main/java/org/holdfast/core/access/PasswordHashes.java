package org.holdfast.core.access;

import java.util.concurrent.Semaphore;
import org.apache.shiro.authc.credential.DefaultPasswordService;
import org.apache.shiro.crypto.hash.HashRequest;
import org.apache.shiro.crypto.hash.format.Shiro2CryptFormat;
import org.apache.shiro.crypto.support.hashes.argon2.Argon2HashProvider;
import org.apache.shiro.lang.util.ByteSource;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;

/**
 * Hashes passwords with argon2id (19 MiB, two passes, one lane), at most four at once, so that a flood of log-ins cannot
 * take the server's memory. Safe for use from many threads.
 */
public final class PasswordHashes {
    private static final int AT_ONCE = 4;
    private static final int WAITING = 20;
    /** Shiro takes its parameters as texts. */
    private static final String MEMORY_KIB = "19456";

    private static final String PASSES = "2";
    private static final String LANES = "1";

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final DefaultPasswordService service = new DefaultPasswordService();
    private final Shiro2CryptFormat format = new Shiro2CryptFormat();
    private final String decoy;

    /** Creates the hashing. */
    public PasswordHashes() {
        decoy = compute("nobody has this password".toCharArray());
    }

    /**
     * Hashes a password with a new salt.
     *
     * @param password the password
     * @return the hash in its text form, parameters included
     * @throws RestException with status 429 where too many wait
     */
    public String hash(char[] password) {
        enter();
        try {
            return compute(password);
        } finally {
            places.release();
        }
    }

    /**
     * Compares a password with a hash.
     *
     * @param password the password
     * @param hash the hash
     * @return whether they fit
     * @throws RestException with status 429 where too many wait
     */
    public boolean fits(char[] password, String hash) {
        enter();
        try {
            return service.passwordsMatch(password.clone(), hash);
        } finally {
            places.release();
        }
    }

    /**
     * Takes as long as {@link #fits}, so that the time of an answer does not tell whether there is an account.
     *
     * @param password the password
     */
    public void pretend(char[] password) {
        fits(password, decoy);
    }

    /** The password service itself has no way to set the parameters, but compares with those it finds in a hash. */
    private String compute(char[] password) {
        HashRequest request = new HashRequest.Builder()
                .setAlgorithmName("argon2id")
                .setSource(ByteSource.Util.bytes(password))
                .addParameter(Argon2HashProvider.Parameters.PARAMETER_MEMORY_KIB, MEMORY_KIB)
                .addParameter(Argon2HashProvider.Parameters.PARAMETER_ITERATIONS, PASSES)
                .addParameter(Argon2HashProvider.Parameters.PARAMETER_PARALLELISM, LANES)
                .build();
        return format.format(service.getHashService().computeHash(request));
    }

    private void enter() {
        if (places.getQueueLength() >= WAITING) {
            throw RestException.later(RestError.TOO_MANY_REQUESTS, "Too many log-ins at once: try again.", 2);
        }
        places.acquireUninterruptibly();
    }
}
