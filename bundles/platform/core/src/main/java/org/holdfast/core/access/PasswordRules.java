package org.holdfast.core.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;

/** Which passwords are taken: 12 to 128 characters, not the user name, not a well-known one. No other rules. */
final class PasswordRules {
    /** Fewest characters. */
    static final int SHORTEST = 12;

    /** Most characters. */
    static final int LONGEST = 128;

    private static final Set<String> WELL_KNOWN = wellKnown();

    private PasswordRules() {}

    /**
     * Checks a new password.
     *
     * @param field the field it came in
     * @throws RestException with status 400 and the rule's code
     */
    static void check(String field, String username, String password) {
        String lower = password.toLowerCase(Locale.ROOT);
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            throw refused(field, "passwordTooShort");
        }
        if (length > LONGEST) {
            throw refused(field, "passwordTooLong");
        }
        if (lower.contains(username.toLowerCase(Locale.ROOT))) {
            throw refused(field, "passwordHasUsername");
        }
        if (WELL_KNOWN.contains(lower) || lower.codePoints().distinct().count() < 4) {
            throw refused(field, "passwordWellKnown");
        }
    }

    private static RestException refused(String field, String code) {
        return RestException.invalid(List.of(FieldError.of(field, code)));
    }

    private static Set<String> wellKnown() {
        try (InputStream in = PasswordRules.class.getResourceAsStream("well-known-passwords.txt")) {
            return in == null
                    ? Set.of()
                    : new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.trim().toLowerCase(Locale.ROOT))
                            .filter(line -> !line.isEmpty())
                            .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of well-known passwords cannot be read", e);
        }
    }
}
