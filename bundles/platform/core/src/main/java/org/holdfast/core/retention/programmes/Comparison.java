package org.holdfast.core.retention.programmes;

import java.util.Optional;
import org.holdfast.core.platform.statistics.Estimate;
import org.holdfast.core.retention.programmes.CohortEffect.Count;
import org.holdfast.core.retention.programmes.CohortEffect.Counts;
import org.holdfast.core.retention.programmes.EffectView.ShareView;
import org.holdfast.core.risk.effect.StudyRules;
import org.jspecify.annotations.Nullable;

/**
 * What counts mean: nothing is told of fewer people than reports tell of, and no difference below the minimum of the study of actions.
 *
 * @param counts what was counted
 */
record Comparison(Counts counts) {
    /** Fewest people a figure is about, the same as in reports. */
    private static final int FEWEST = 10;

    String state() {
        if (!told()) {
            return "fewPeople";
        }
        if (change().isEmpty()) {
            return "notEnough";
        }
        return difference().isPresent() ? "measured" : "noControl";
    }

    /** Returns a share of the cohort, null where there are few. */
    @Nullable
    ShareView share(Count count) {
        return told() ? view(count) : null;
    }

    /** Returns a share of the others, null where there are few or none. */
    @Nullable
    ShareView otherShare(@Nullable Count count) {
        return told() && told(counts.otherBefore()) && told(counts.otherAfter()) && count != null ? view(count) : null;
    }

    /** Returns how the cohort changed. */
    Optional<Estimate> change() {
        boolean enough = counts.before().left() >= StudyRules.FEWEST_EXITS;
        return enough ? change(counts.before(), counts.after()) : Optional.empty();
    }

    /** Returns how the others changed. */
    Optional<Estimate> otherChange() {
        return change().isPresent() ? change(counts.otherBefore(), counts.otherAfter()) : Optional.empty();
    }

    /** Returns how much more the cohort changed than the others. */
    Optional<Estimate> difference() {
        return change().flatMap(own -> otherChange().map(own::minus));
    }

    private boolean told() {
        return told(counts.before()) && told(counts.after());
    }

    private static boolean told(@Nullable Count count) {
        return count != null && count.people() >= FEWEST;
    }

    private static Optional<Estimate> change(@Nullable Count before, @Nullable Count after) {
        return before == null || after == null || !enough(before) || !enough(after)
                ? Optional.empty()
                : Optional.of(estimate(after).minus(estimate(before)));
    }

    private static boolean enough(Count count) {
        return count.people() >= StudyRules.FEWEST_ACTIONS;
    }

    private static Estimate estimate(Count count) {
        return Estimate.share(count.left(), count.people());
    }

    private static ShareView view(Count count) {
        Estimate share = estimate(count);
        return new ShareView(
                count.left(), count.people(), rounded(share.value()), rounded(share.low()), rounded(share.high()));
    }

    private static double rounded(double value) {
        return Math.round(10_000 * value) / 10_000.0;
    }
}
