package org.holdfast.core.protection;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A lawful basis on file: for the data of one category, for one purpose, in one subsidiary (PIPL Art. 13, GDPR Art. 6).
 *
 * @param subsidiaryId the subsidiary
 * @param category the data
 * @param purpose what it may be used for
 * @param kind what makes it lawful
 * @param validity from which day to which
 */
public record LawfulBasis(UUID subsidiaryId, DataCategory category, Purpose purpose, Kind kind, Validity validity) {

    /** Checks that everything is there. */
    public LawfulBasis {
        Objects.requireNonNull(subsidiaryId, "subsidiaryId");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(validity, "validity");
    }

    /**
     * Days on which a basis is valid.
     *
     * @param from first day
     * @param to last day, null for no end
     */
    public record Validity(LocalDate from, @Nullable LocalDate to) {

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && (to == null || !day.isAfter(to));
        }
    }

    /** What makes the use of data lawful. */
    public enum Kind {
        /** The person agreed, and can withdraw. */
        CONSENT("consent"),
        /** Necessary for the contract with the person. */
        CONTRACT("contract"),
        /** HR rules lawfully adopted, or a collective contract (PIPL Art. 13(1)(2)). */
        HR_RULES("hrRules"),
        /** A legal duty of the employer. */
        LEGAL_DUTY("legalDuty"),
        /** Legitimate interests that outweigh the person's (GDPR Art. 6(1)(f)). */
        LEGITIMATE_INTERESTS("legitimateInterests");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /**
         * Returns the word used in files and the API.
         *
         * @return the code, in camel case
         */
        public String code() {
            return code;
        }

        /**
         * Finds a kind by its code.
         *
         * @param code the word used in files and the API
         * @return the kind, or empty where none has that code
         */
        public static Optional<Kind> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code.equals(code))
                    .findFirst();
        }
    }
}
