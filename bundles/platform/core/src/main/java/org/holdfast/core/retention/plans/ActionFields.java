package org.holdfast.core.retention.plans;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An action as somebody writes it.
 *
 * @param template code of the industry's template it is made of, null for none
 * @param kind its kind; null for the template's
 * @param title in words, 1 to 200 characters
 * @param note what was agreed on, at most 2,000 characters, null for nothing
 * @param target which post, project or training it is about, at most 200 characters, null for nothing
 * @param percent by how many percent pay rises, more than 0 and at most 500; null where it does not
 * @param cost what it costs the firm in a year, null where nobody says
 * @param holderId the employee who holds the post a promotion or a change of post offers, null for none
 * @param candidateIds employees who stand for that post besides, at most 20, null for none
 * @param ownerId one of the plan's owners, null for HR
 * @param dueOn the last day, a day of work of the owner; null for none
 * @param state how far it has come, null for as it is
 * @param version the version of the action as it was read, for a change; of the plan, for a new action in a plan
 */
public record ActionFields(
        @Nullable String template,
        @Nullable String kind,
        @Nullable String title,
        @Nullable String note,
        @Nullable String target,
        @Nullable BigDecimal percent,
        @Nullable Cost cost,
        @Nullable UUID holderId,
        @Nullable List<UUID> candidateIds,
        @Nullable UUID ownerId,
        @Nullable LocalDate dueOn,
        @Nullable String state,
        @Nullable Integer version) {

    /**
     * An amount of money.
     *
     * @param amount not negative, with at most as many decimals as the currency has
     * @param currency code of ISO 4217, such as {@code CNY}
     */
    public record Cost(
            @Nullable BigDecimal amount, @Nullable String currency) {}

    ActionFields costing(@Nullable Money money) {
        Cost known =
                money == null ? null : new Cost(money.amount(), money.currency().getCurrencyCode());
        return new ActionFields(
                template,
                kind,
                title,
                note,
                target,
                percent,
                known,
                holderId,
                candidateIds,
                ownerId,
                dueOn,
                state,
                version);
    }

    /** Returns the candidates as they were sent, which may hold gaps. */
    List<@Nullable UUID> candidates() {
        return candidateIds == null ? List.of() : new ArrayList<>(candidateIds);
    }

    /** Names nobody. */
    @Override
    public String toString() {
        return "action";
    }
}
