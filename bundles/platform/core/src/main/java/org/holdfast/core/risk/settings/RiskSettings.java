package org.holdfast.core.risk.settings;

import java.util.List;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.Bands;
import org.holdfast.core.risk.scoring.EvidenceRule;

/**
 * What a subsidiary can set about risk.
 *
 * @param version rises by one with each change; 0 for what ships
 * @param bands where the bands begin
 * @param evidence how much must be known for a score
 * @param horizonDays within how many days an exit counts when a model is trained, 30 to 365
 * @param alertFrom the lowest band that opens an alert
 * @param minExits fewest exits before a trained model replaces the scorecard
 * @param cost what losing somebody costs
 * @param featuresOff codes of the industry's features that this subsidiary does not use, sorted; usually none
 */
public record RiskSettings(
        int version,
        Bands bands,
        EvidenceRule evidence,
        int horizonDays,
        Band alertFrom,
        int minExits,
        CostInputs cost,
        List<String> featuresOff) {

    /** The settings of a new subsidiary. */
    public static final RiskSettings STANDARD = new RiskSettings(
            0, Bands.STANDARD, EvidenceRule.STANDARD, 180, Band.MID_HIGH, 150, CostInputs.STANDARD, List.of());

    /** Checks the horizon and the exits. Settings stored before features could be switched off name none. */
    public RiskSettings {
        featuresOff = featuresOff == null
                ? List.of()
                : featuresOff.stream().distinct().sorted().toList();
        if (horizonDays < 30 || horizonDays > 365) {
            throw new IllegalArgumentException("The horizon is not within 30 to 365 days");
        }
        if (minExits < 20) {
            throw new IllegalArgumentException("A trained model needs at least 20 exits");
        }
        if (alertFrom == Band.UNKNOWN) {
            throw new IllegalArgumentException("Not knowing opens no alert");
        }
    }

    /**
     * Returns the same settings under a version.
     *
     * @param next the version
     * @return the settings
     */
    public RiskSettings withVersion(int next) {
        return new RiskSettings(next, bands, evidence, horizonDays, alertFrom, minExits, cost, featuresOff);
    }

    /**
     * Returns the same settings with another set of features.
     *
     * @param codes codes of the features that are not used
     * @return the settings
     */
    public RiskSettings withFeaturesOff(List<String> codes) {
        return new RiskSettings(version, bands, evidence, horizonDays, alertFrom, minExits, cost, codes);
    }

    /**
     * Returns the same settings with another number of exits.
     *
     * @param exits fewest exits before a trained model replaces the scorecard
     * @return the settings
     */
    public RiskSettings withMinExits(int exits) {
        return new RiskSettings(version, bands, evidence, horizonDays, alertFrom, exits, cost, featuresOff);
    }
}
