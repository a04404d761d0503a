package org.holdfast.core.risk.scoring;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * How far the people who are scored have moved away from those a model was fitted on.
 *
 * @param asOf as of which day
 * @param people how many people were looked at
 * @param features each feature, the one that moved most first
 */
public record Drift(LocalDate asOf, int people, List<Moved> features) {
    /** From which population stability index on a feature counts as moved (Siddiqi, Credit Risk Scorecards, 2006). */
    public static final double MOVED = 0.25;

    /** Copies and sorts. */
    public Drift {
        features = features.stream()
                .sorted(Comparator.comparingDouble(Moved::index).reversed().thenComparing(Moved::feature))
                .toList();
    }

    /**
     * Returns how many features have moved.
     *
     * @return the number of those at {@link #MOVED} or above
     */
    public long moved() {
        return features.stream().filter(one -> one.index() >= MOVED).count();
    }

    /**
     * One feature.
     *
     * @param feature its code
     * @param index population stability index: 0 for the same shares, below 0.1 as good as that
     */
    public record Moved(String feature, double index) {}
}
