package org.holdfast.api.jurisdiction;

import java.util.Objects;
import java.util.Set;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.api.signal.Purpose;

/**
 * On which bases data of a category may be used for a purpose. A pair of category and purpose without a rule may not be
 * used at all.
 *
 * @param purpose what it is used for
 * @param category the data
 * @param kinds the bases that hold, never empty
 * @param proposed the basis that is proposed to a subsidiary; one of the kinds
 */
public record BasisRule(Purpose purpose, DataCategory category, Set<BasisKind> kinds, BasisKind proposed) {

    /** Copies the kinds and checks the proposal. */
    public BasisRule {
        Objects.requireNonNull(purpose, "purpose");
        Objects.requireNonNull(category, "category");
        Objects.requireNonNull(proposed, "proposed");
        kinds = Set.copyOf(kinds);
        if (!kinds.contains(proposed)) {
            throw new IllegalArgumentException("Proposed basis " + proposed.code() + " of " + category.code()
                    + " is not among the bases that hold");
        }
        if (category == DataCategory.JOB_SITE && !kinds.equals(Set.of(BasisKind.CONSENT))) {
            throw new IllegalArgumentException("Job-site data rests on consent alone");
        }
    }
}
