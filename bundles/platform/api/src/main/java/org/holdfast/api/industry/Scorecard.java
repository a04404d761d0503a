package org.holdfast.api.industry;

import java.util.List;

/**
 * An additive model on log-odds that is used until a subsidiary has enough outcomes of its own (cold start).
 *
 * <p>The margin is the intercept plus the points of each item; a missing feature gives no points. The contribution
 * of a feature is its points: for an additive model these are its exact Shapley values against somebody about whom
 * nothing is known.
 *
 * @param intercept log-odds of a voluntary exit within {@code horizonDays} for somebody about whom nothing is known
 * @param horizonDays the horizon its probabilities are meant for, in days
 * @param items the items, at most one per feature
 */
public record Scorecard(double intercept, int horizonDays, List<ScorecardItem> items) {

    /** Checks the figures and copies the items. */
    public Scorecard {
        items = List.copyOf(items);
        if (!Double.isFinite(intercept)) {
            throw new IllegalArgumentException("The intercept of a scorecard is a finite number");
        }
        if (horizonDays < 1) {
            throw new IllegalArgumentException("The horizon of a scorecard is at least one day");
        }
        if (items.stream().map(ScorecardItem::feature).distinct().count() != items.size()) {
            throw new IllegalArgumentException("A scorecard has at most one item per feature");
        }
    }
}
