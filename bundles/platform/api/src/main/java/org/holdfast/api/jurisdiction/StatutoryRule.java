package org.holdfast.api.jurisdiction;

import java.util.Objects;

/**
 * A record that the law has the firm keep when a person is erased, so that it can prove what it did (GDPR Art. 5(2), 7(1) and
 * 17(3), PIPL Art. 47(2) and 69).
 *
 * @param record section of the person's record that is kept, for example {@code requests}; one that nobody has keeps nothing
 * @param months for how many months from the erasure, at least 1
 * @param law which articles, for people to read, for example {@code GDPR Art. 17(3)(e)}
 * @since 1.2.0
 */
public record StatutoryRule(String record, int months, String law) {

    /** Checks. */
    public StatutoryRule {
        Objects.requireNonNull(record, "record");
        if (months < 1 || law.isBlank() || record.isBlank()) {
            throw new IllegalArgumentException("A statutory record has a law, and a period of one month at least");
        }
    }
}
