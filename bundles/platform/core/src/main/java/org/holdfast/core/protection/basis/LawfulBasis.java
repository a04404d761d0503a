package org.holdfast.core.protection.basis;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.holdfast.api.jurisdiction.BasisKind;
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
public record LawfulBasis(
        UUID subsidiaryId, DataCategory category, Purpose purpose, BasisKind kind, Validity validity) {

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
}
