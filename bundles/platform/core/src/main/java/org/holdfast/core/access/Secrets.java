package org.holdfast.core.access;

import java.security.SecureRandom;
import java.util.Base64;

/** Random secrets. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Secrets() {}

    /** Returns random bytes in the letters of base 32, which are told apart when they are read aloud. */
    static String letters(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return OneTimeCodes.letters(random);
    }

    /** Returns 256 random bits as 43 characters fit for a URL. */
    static String next() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
