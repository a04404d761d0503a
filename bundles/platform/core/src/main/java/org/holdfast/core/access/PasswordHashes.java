package org.holdfast.core.access;

import java.util.Map;
import java.util.concurrent.Semaphore;
import org.apache.shiro.authc.credential.DefaultPasswordService;
import org.apache.shiro.crypto.hash.DefaultHashService;
import org.apache.shiro.crypto.support.hashes.argon2.Argon2HashProvider;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;

/**
 * Hashes passwords with argon2id (19 MiB, two passes, one lane), at most four at once, so that a flood of log-ins cannot
 * take the server's memory. Safe for use from many threads.
 */
public final class PasswordHashes {
    private static final int AT_ONCE = 4;
    private static final int WAITING = 20;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;

    private final Semaphore places = new Semaphore(AT_ONCE, true);
    private final DefaultPasswordService service = new DefaultPasswordService();
    private final String decoy;

    /** Creates the hashing. */
    public PasswordHashes() {
        DefaultHashService hashes = new DefaultHashService();
        hashes.setDefaultAlgorithmName("argon2id");
        hashes.setParameters(Map.of(
                Argon2HashProvider.Parameters.PARAMETER_MEMORY_KIB, MEMORY_KIB,
                Argon2HashProvider.Parameters.PARAMETER_ITERATIONS, PASSES,
                Argon2HashProvider.Parameters.PARAMETER_PARALLELISM, LANES));
        service.setHashService(hashes);
        decoy = service.encryptPassword("nobody has this password");
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
            return service.encryptPassword(password.clone());
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

    private void enter() {
        if (places.getQueueLength() >= WAITING) {
            throw RestException.later(RestError.TOO_MANY_REQUESTS, "Too many log-ins at once: try again.", 2);
        }
        places.acquireUninterruptibly();
    }
}
