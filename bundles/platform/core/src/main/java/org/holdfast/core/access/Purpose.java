package org.holdfast.core.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reads for. Scores and alerts are there to keep people, and for nothing else: whoever says that they read for
 * another purpose gets none of them (PIPL Art. 6, GDPR Art. 5(1)(b)).
 */
enum Purpose {
    /** To keep people: what the product is for, and what is taken for granted where nothing is said. */
    RETENTION,
    /** To let somebody go who has resigned or whose contract ends. */
    OFFBOARDING,
    /** To dismiss somebody. */
    DISMISSAL,
    /** To decide on pay. */
    PAY,
    /** To decide on promotions. */
    PROMOTION,
    /** To rate performance. */
    PERFORMANCE,
    /** To recruit. */
    RECRUITING;

    /** The header in which a caller says the purpose. */
    static final String HEADER = "Holdfast-Purpose";

    /** What permissions that tell of scores begin with. */
    private static final List<String> FOR_RETENTION = List.of("risk:", "alerts:");

    /**
     * Reads the header.
     *
     * @param said what it says, null where there is none
     * @return the purpose
     * @throws RestException 400 for a purpose there is not: a spelling mistake must not open more than was meant
     */
    static Purpose of(@Nullable String said) {
        if (said == null || said.isBlank()) {
            return RETENTION;
        }
        String code = said.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(purpose -> purpose.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .orElseThrow(() -> RestException.invalid(HEADER, "unknown"));
    }

    /** Says which permissions may be used for this purpose. */
    Predicate<String> allows() {
        return this == RETENTION ? permission -> true : permission -> !forRetention(permission);
    }

    /** Says whether a permission tells of scores. */
    static boolean forRetention(String permission) {
        return FOR_RETENTION.stream().anyMatch(permission::startsWith);
    }
}
