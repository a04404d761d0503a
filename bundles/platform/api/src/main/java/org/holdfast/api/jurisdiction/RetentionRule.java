package org.holdfast.api.jurisdiction;

import java.util.Objects;

/**
 * For how long a kind of record is kept (PIPL Art. 19 and 47, GDPR Art. 5(1)(e)).
 *
 * @param record what is kept
 * @param months for how many months, at least 1
 * @param from what the months count from
 */
public record RetentionRule(Kind record, int months, Start from) {

    /** Checks. */
    public RetentionRule {
        Objects.requireNonNull(record, "record");
        Objects.requireNonNull(from, "from");
        if (months < 1) {
            throw new IllegalArgumentException("A retention period is one month at least");
        }
    }

    /** What is kept. */
    public enum Kind {
        /** Signals about a person. */
        SIGNALS,
        /** Risk scores with their reasons. */
        SCORES,
        /** Alerts and what was done about them. */
        ALERTS,
        /** What people asked for under this law, and how it was answered, counted from the answer. */
        REQUESTS,
        /** Everything about a person who has left. */
        PERSON
    }

    /** What the months count from. */
    public enum Start {
        /** The day the record is about. */
        DATE,
        /** The person's last day. */
        EXIT
    }
}
