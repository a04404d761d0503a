package org.holdfast.core.risk.scoring;

import org.holdfast.core.risk.features.FeatureTable.Evidence;

/**
 * How much must be known about a person before a score is shown.
 *
 * @param minSignals fewest different signals with a row
 * @param minHistoryDays fewest days since the first row
 */
public record EvidenceRule(int minSignals, int minHistoryDays) {

    /** The rule of a new subsidiary. */
    public static final EvidenceRule STANDARD = new EvidenceRule(3, 30);

    /**
     * Returns whether a row rests on enough.
     *
     * @param evidence what it rests on
     * @return false where the band is unknown
     */
    public boolean enough(Evidence evidence) {
        return evidence.signals() >= minSignals && evidence.historyDays() >= minHistoryDays;
    }
}
