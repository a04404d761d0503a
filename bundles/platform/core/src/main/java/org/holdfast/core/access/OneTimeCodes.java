package org.holdfast.core.access;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.holdfast.core.platform.rest.Fingerprints;

/**
 * Time-based one-time codes of six digits (RFC 6238 with HMAC-SHA-1 and steps of 30 seconds: what every authenticator app
 * understands). A code counts one step early and one step late, because clocks differ. Immutable.
 */
final class OneTimeCodes {
    /** How long a code lasts. */
    static final Duration STEP = Duration.ofSeconds(30);

    /** Digits of a code. */
    static final int DIGITS = 6;

    private static final String ALGORITHM = "HmacSHA1";
    /** As long as the hash, as RFC 4226 recommends. */
    private static final int SECRET_BYTES = 20;

    private static final int BITS_PER_LETTER = 5;
    private static final int SECRET_LETTERS = SECRET_BYTES * Byte.SIZE / BITS_PER_LETTER;
    private static final int RADIX = 1 << BITS_PER_LETTER;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TimeBasedOneTimePasswordGenerator generator =
            new TimeBasedOneTimePasswordGenerator(STEP, DIGITS, ALGORITHM);

    /** Returns a new secret of 160 bits in the letters of base 32 (RFC 4648), which apps take. */
    static String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return letters(bytes);
    }

    /** Returns whole groups of five bits in the letters of base 32. */
    static String letters(byte[] bytes) {
        int count = bytes.length * Byte.SIZE / BITS_PER_LETTER;
        String digits = new BigInteger(1, bytes).toString(RADIX);
        StringBuilder text = new StringBuilder("A".repeat(count - digits.length()));
        digits.chars().forEach(digit -> text.append(LETTERS.charAt(Character.digit(digit, RADIX))));
        return text.toString();
    }

    /**
     * Finds the step a code belongs to.
     *
     * @param secret 32 letters of base 32
     * @param code what somebody typed
     * @param now the present moment
     * @return the step's number since 1970, or empty where the code is of none near
     */
    OptionalLong step(String secret, String code, Instant now) {
        SecretKeySpec key = new SecretKeySpec(bytes(secret), ALGORITHM);
        for (int early = -1; early <= 1; early++) {
            Instant moment = now.plus(STEP.multipliedBy(early));
            if (Fingerprints.same(code(key, moment), code)) {
                return OptionalLong.of(moment.getEpochSecond() / STEP.toSeconds());
            }
        }
        return OptionalLong.empty();
    }

    private String code(SecretKeySpec key, Instant moment) {
        try {
            return generator.generateOneTimePasswordString(key, moment, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("HMAC takes every key", e);
        }
    }

    private static byte[] bytes(String secret) {
        if (secret.length() != SECRET_LETTERS) {
            throw new IllegalArgumentException("A secret has " + SECRET_LETTERS + " letters");
        }
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < secret.length(); i++) {
            number = number.shiftLeft(BITS_PER_LETTER).or(BigInteger.valueOf(LETTERS.indexOf(secret.charAt(i))));
        }
        byte[] found = number.toByteArray();
        byte[] bytes = new byte[SECRET_BYTES];
        // A BigInteger leaves out leading zeros and may put one more for its sign.
        int length = Math.min(found.length, SECRET_BYTES);
        System.arraycopy(found, found.length - length, bytes, SECRET_BYTES - length, length);
        return bytes;
    }
}
