package org.holdfast.core.retention.plans;

import java.math.BigDecimal;
import org.holdfast.api.industry.ActionKind;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done; sealed in the database.
 *
 * @param template code of the industry's template it was made of, empty for none
 * @param kind its kind
 * @param title in words
 * @param note what was agreed on, may be empty
 * @param target which post, project or training it is about, may be empty
 * @param percent by how many percent pay rises, with two decimals; null where it does not
 * @param cost what it costs the firm in a year, null where nobody has said
 * @param offer the post it offers
 */
record ActionContent(
        String template,
        ActionKind kind,
        String title,
        String note,
        String target,
        @Nullable BigDecimal percent,
        @Nullable Money cost,
        Offer offer) {

    /** Says whether both promise the same, so that who approved the one has approved the other. */
    boolean promisesAs(ActionContent other) {
        return promise().equals(other.promise());
    }

    private Promise promise() {
        return new Promise(kind, title, target, percent, cost, offer);
    }

    private record Promise(
            ActionKind kind,
            String title,
            String target,
            @Nullable BigDecimal percent,
            @Nullable Money cost,
            Offer offer) {}

    /** Names nobody. */
    @Override
    public String toString() {
        return "action " + kind.code();
    }
}
