package org.holdfast.launcher.keys;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A random password for one log-in, made where the server and its password hashing are not running.
 *
 * @param text the password: 120 random bits
 * @param hash its salted hash, in a form that the server's log-in reads. Nobody guesses 120 random bits, so it need not
 *     be as slow as the hash of a password that a person has chosen, which replaces it at the first log-in
 */
public record OneTimePassword(String text, String hash) {
    private static final int PASSWORD_BYTES = 15;
    private static final int SALT_BYTES = 16;
    private static final int ROUNDS = 100_000;

    /**
     * Makes one.
     *
     * @return a new password
     */
    public static OneTimePassword random() {
        SecureRandom random = new SecureRandom();
        byte[] secret = new byte[PASSWORD_BYTES];
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(secret);
        random.nextBytes(salt);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Base64.Encoder encoder = Base64.getEncoder();
        String hash = encoder.encodeToString(hash(text.getBytes(StandardCharsets.UTF_8), salt));
        return new OneTimePassword(text, "$shiro1$SHA-512$" + ROUNDS + "$" + encoder.encodeToString(salt) + "$" + hash);
    }

    private static byte[] hash(byte[] password, byte[] salt) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            digest.update(salt);
            byte[] hashed = digest.digest(password);
            for (int i = 1; i < ROUNDS; i++) {
                hashed = digest.digest(hashed);
            }
            return hashed;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-512", e);
        }
    }

    /** Keeps the password out of every log. */
    @Override
    public String toString() {
        return "one-time password";
    }
}
