package org.holdfast.core.retention.history;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to keep somebody, or a sign that they may go.
 *
 * @param date its day
 * @param kind what it is
 * @param code more about it that has a name in every language: the intent of a talk, the kind of an action; may be empty
 * @param detail more about it in words, may be empty
 * @param size how much it was, null where that is not said
 * @param field the field of {@code config/fields.csv} it is told as
 */
public record HistoryEntry(
        LocalDate date,
        Kind kind,
        String code,
        String detail,
        @Nullable Size size,
        String field) {

    /**
     * How much something was.
     *
     * @param percent by how many percent the pay rose, null where not known
     * @param amount an amount in the currency of the pay, null where not known
     */
    public record Size(@Nullable Double percent, @Nullable Double amount) {}

    /** What it is. */
    public enum Kind {
        /** Raised a resignation. */
        RESIGNATION_RAISED("resignationRaised", false, true),
        /** Asked for a raise. */
        RAISE_REQUEST("raiseRequest", false, true),
        /** The score reached the threshold of alerts. */
        SCORE_HIGH("scoreHigh", false, true),
        /** An alert was opened. */
        ALERT("alert", false, true),
        /** Left. */
        EXIT("exit", false, true),
        /** Somebody talked. */
        TALK("talk", false, false),
        /** Took a counter-offer. */
        COUNTER_OFFER("counterOffer", true, false),
        /** Was paid more. */
        RAISE("payChange", true, false),
        /** Was promoted. */
        PROMOTION("promotion", true, false),
        /** Was moved to another post. */
        TRANSFER("transfer", true, false),
        /** An action that was imported. */
        ACTION("action", true, false),
        /** An action of a plan that was done. */
        PLAN_ACTION("planAction", true, false);

        private final String code;
        private final boolean measure;
        private final boolean sign;

        Kind(String code, boolean measure, boolean sign) {
            this.code = code;
            this.measure = measure;
            this.sign = sign;
        }

        /**
         * Returns the word used in the API.
         *
         * @return the code
         */
        public String code() {
            return code;
        }

        /** Whether it was done to keep somebody, so that one can ask what it bought. */
        boolean measure() {
            return measure;
        }

        /** Whether it is a sign that somebody may go. */
        boolean sign() {
            return sign;
        }
    }
}
