package org.holdfast.core.risk.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.api.industry.ActionKind;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * Which actions are ranked, and what they cost. Costs are the caller's and are kept nowhere.
 *
 * @param subsidiaryId the subsidiary
 * @param raisePercent by how many percent a raise lifts the base pay, more than 0 and at most 100; null where raises cost
 *     nothing known
 * @param costs what one action of a kind costs in its first year, by code of the kind, each more than 0
 * @param currency ISO 4217 code of costs and budget; null for that in which most people are paid
 * @param budget what may be spent, more than 0; null for no budget
 * @param everyKind whether all kinds are listed for each person, not the first alone
 * @param sort {@code perCost}, {@code effect} or {@code risk}; null for {@code effect}
 * @param limit rows per page
 * @param cursor where to begin
 */
public record RankingQuery(
        @Nullable UUID subsidiaryId,
        @Nullable Double raisePercent,
        @Nullable Map<String, Double> costs,
        @Nullable String currency,
        @Nullable Double budget,
        @Nullable Boolean everyKind,
        @Nullable String sort,
        @Nullable Integer limit,
        @Nullable String cursor) {
    private static final double MOST_PERCENT = 100;
    private static final List<String> SORTS = List.of("perCost", "effect", "risk");

    /** The same query without its place, by which cursors are bound to it. */
    String filter() {
        return new RankingQuery(subsidiaryId, raisePercent, costs, currency, budget, everyKind, sort, null, null)
                .toString();
    }

    /**
     * Checks the query.
     *
     * @return the subsidiary
     * @throws RestException with status 400 and what is wrong, field by field
     */
    UUID checked() {
        List<FieldError> errors = new ArrayList<>();
        add(errors, "subsidiaryId", subsidiaryId == null, "missing");
        add(
                errors,
                "raisePercent",
                raisePercent != null && !(raisePercent > 0 && raisePercent <= MOST_PERCENT),
                "whatIfPercent");
        costs().forEach((kind, cost) -> {
            add(errors, "costs." + kind, ActionKind.ofCode(kind).isEmpty(), "rankingKind");
            add(errors, "costs." + kind, !isAmount(cost), "rankingAmount");
        });
        add(errors, "budget", budget != null && !isAmount(budget), "rankingAmount");
        add(errors, "currency", currency != null && !currency.matches("[A-Z]{3}"), "rankingCurrency");
        add(errors, "sort", sort != null && !SORTS.contains(sort), "rankingSort");
        if (subsidiaryId == null || !errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
        return subsidiaryId;
    }

    /** What an action of a kind costs by itself; NaN where that was not said. */
    double costOf(String kind) {
        return costs().getOrDefault(kind, Double.NaN);
    }

    double raise() {
        return raisePercent == null ? Double.NaN : raisePercent / 100;
    }

    double spendable() {
        return budget == null ? Double.NaN : budget;
    }

    String order() {
        return sort == null ? "effect" : sort;
    }

    boolean everybodyOnce() {
        return !Boolean.TRUE.equals(everyKind);
    }

    @Override
    public Map<String, Double> costs() {
        return costs == null ? Map.of() : costs;
    }

    private static boolean isAmount(@Nullable Double amount) {
        return amount != null && amount > 0 && amount < 1e15;
    }

    private static void add(List<FieldError> errors, String field, boolean wrong, String code) {
        if (wrong) {
            errors.add(FieldError.of(field, code));
        }
    }
}
