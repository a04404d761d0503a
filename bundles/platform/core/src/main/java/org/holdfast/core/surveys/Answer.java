package org.holdfast.core.surveys;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answered, without who it was and when.
 *
 * @param unitId the department it is counted in, null where the person's own is too small to be one
 * @param named whether the person also gave it as a signal about themselves: then HR can know it, and it hides nobody else
 * @param scores one for each item, in the items' order
 * @param keeps codes of the needs that keep the person
 * @param leaves codes of the needs for which the person would leave
 */
record Answer(@Nullable UUID unitId, boolean named, List<Integer> scores, List<String> keeps, List<String> leaves) {

    /** Copies the lists. */
    Answer {
        scores = List.copyOf(scores);
        keeps = List.copyOf(keeps);
        leaves = List.copyOf(leaves);
    }

    /** Returns the mean of the items: the value of the signal. */
    double mean() {
        return scores.stream().mapToInt(Integer::intValue).average().orElseThrow();
    }

    /** Says nothing of what was answered. */
    @Override
    public String toString() {
        return "answer";
    }
}
