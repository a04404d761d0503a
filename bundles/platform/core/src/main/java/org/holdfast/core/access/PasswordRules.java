package org.holdfast.core.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;

/**
 * Which passwords are taken (NIST SP 800-63B-4, section 3.1.1): long ones, without the user name or the firm's, and none
 * that is guessed from lists of leaked ones. No rules about kinds of characters, and no end. Safe for use from many threads.
 */
final class PasswordRules {
    /** Most characters. */
    static final int LONGEST = 128;

    /** A shorter word may stand in a password by chance. */
    private static final int SHORTEST_WORD = 4;

    private static final String PRODUCT = "holdfast";
    private static final String BETWEEN_WORDS = "[._@ -]+";

    private final int shortest;
    private final Set<String> firmWords;
    private final GuessablePasswords guessable = new GuessablePasswords();

    /**
     * Creates the rules.
     *
     * @param shortest fewest characters
     * @param firmWords words about the firm that none may hold
     */
    PasswordRules(int shortest, Collection<String> firmWords) {
        this.shortest = shortest;
        this.firmWords = Stream.concat(Stream.of(PRODUCT), firmWords.stream())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Checks a new password.
     *
     * @param field the field it came in
     * @throws RestException with status 400 and the rule's code
     */
    void check(String field, String username, String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        int length = password.codePointCount(0, password.length());
        if (length < shortest) {
            throw RestException.invalid(List.of(new FieldError(field, "passwordTooShort", String.valueOf(shortest))));
        }
        if (length > LONGEST) {
            throw RestException.invalid(field, "passwordTooLong");
        }
        if (lower.contains(username.toLowerCase(Locale.ROOT)) || holdsAny(lower, parts(username))) {
            throw RestException.invalid(field, "passwordHasUsername");
        }
        if (holdsAny(lower, firmWords)) {
            throw RestException.invalid(field, "passwordHasFirm");
        }
        if (guessable.holds(password)) {
            throw RestException.invalid(field, "passwordWellKnown");
        }
    }

    private static Set<String> parts(String username) {
        return Arrays.stream(username.toLowerCase(Locale.ROOT).split(BETWEEN_WORDS, -1))
                .collect(Collectors.toSet());
    }

    private static boolean holdsAny(String password, Set<String> words) {
        return words.stream().anyMatch(word -> word.length() >= SHORTEST_WORD && password.contains(word));
    }
}
