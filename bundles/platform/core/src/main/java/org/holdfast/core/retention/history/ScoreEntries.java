package org.holdfast.core.retention.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.holdfast.core.retention.history.HistoryEntry.Kind;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.RiskScore;

/** Finds in a person's scores the days on which they reached the threshold of alerts from below. */
final class ScoreEntries {
    private ScoreEntries() {}

    /**
     * Finds entries.
     *
     * @param scores the scores, in any order
     * @param shown which of them may be shown
     * @param threshold the lowest band that opens an alert
     * @return one entry for each day on which the threshold was reached
     */
    static List<HistoryEntry> of(List<RiskScore> scores, Predicate<RiskScore> shown, Band threshold) {
        List<RiskScore> sorted = new ArrayList<>(scores);
        sorted.removeIf(shown.negate().or(score -> score.band() == Band.UNKNOWN));
        sorted.sort(Comparator.comparing(RiskScore::asOf).thenComparing(RiskScore::computedAt));
        List<HistoryEntry> found = new ArrayList<>();
        boolean high = false;
        for (RiskScore score : sorted) {
            boolean now = score.band().compareTo(threshold) >= 0;
            if (now && !high) {
                found.add(new HistoryEntry(score.asOf(), Kind.SCORE_HIGH, "", "", null, "score"));
            }
            high = now;
        }
        return found;
    }
}
