package org.holdfast.core.risk.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdfast.core.risk.scoring.FeatureProfile;
import org.jspecify.annotations.Nullable;

/**
 * What must be known about a trained model before it is trusted. Days are ISO dates.
 *
 * @param horizonDays within how many days an exit counts
 * @param trainFrom first origin of the fitted block of the model in use
 * @param trainTo last origin of that block
 * @param testFrom first origin of the test block
 * @param testTo last origin of the test block
 * @param rows number of rows the model in use was fitted on
 * @param positives number of rows with an exit among them
 * @param exits number of different people among those
 * @param features codes of the features
 * @param refused attributes that are on file but never reach a model
 * @param metrics figures by block: {@code calibrate}, {@code test}, {@code scorecard} for the scorecard on the test,
 *     and {@code incumbent} where the champion of before read other features: its algorithm and features, fitted and
 *     tested on the same split
 * @param calibration how predicted and observed rates compare on the test block, in bins of equal count
 * @param profiles how the values of each feature lay in the rows it was fitted on, in the order of the features
 * @param origin how it was made
 */
public record ModelCard(
        int horizonDays,
        String trainFrom,
        String trainTo,
        String testFrom,
        String testTo,
        int rows,
        int positives,
        int exits,
        List<String> features,
        List<String> refused,
        Map<String, Figures> metrics,
        List<CalibrationBin> calibration,
        List<FeatureProfile> profiles,
        Making origin) {

    /** Protected attributes: on file for lawful uses, refused as features of any model. */
    public static final List<String> REFUSED = List.of(
            "gender", "birthDate", "name", "nationality", "pregnancy", "disability", "religion", "unionMembership");

    /** Copies the lists. */
    public ModelCard {
        features = List.copyOf(features);
        refused = List.copyOf(refused);
        metrics = Map.copyOf(metrics);
        calibration = List.copyOf(calibration);
        // Cards of before have none.
        profiles = Optional.ofNullable(profiles).map(List::copyOf).orElse(List.of());
    }

    /**
     * Returns the card as it is shown: the profiles are for the product to compare with.
     *
     * @return the same card without profiles
     */
    public ModelCard shown() {
        return new ModelCard(
                horizonDays,
                trainFrom,
                trainTo,
                testFrom,
                testTo,
                rows,
                positives,
                exits,
                features,
                refused,
                metrics,
                calibration,
                List.of(),
                origin);
    }

    /**
     * Figures on one block.
     *
     * @param rows number of rows
     * @param positives number of rows with an exit
     * @param baseRate share of rows with an exit
     * @param alwaysStayAccuracy accuracy of the rule "nobody leaves"
     * @param values the engine's metrics by code
     * @param atAlert what the alert threshold does
     */
    public record Figures(
            int rows,
            int positives,
            double baseRate,
            double alwaysStayAccuracy,
            Map<String, Double> values,
            AtAlert atAlert) {

        /** Copies the values. */
        public Figures {
            values = Map.copyOf(values);
        }
    }

    /**
     * What the alert threshold does.
     *
     * @param probability the threshold
     * @param flagged number of rows at or above it
     * @param precision share of exits among them, null where none is flagged
     * @param recall share of all exits that are flagged, null where there is no exit
     */
    public record AtAlert(
            double probability,
            int flagged,
            @Nullable Double precision,
            @Nullable Double recall) {}

    /**
     * One bin of the calibration curve.
     *
     * @param predicted mean probability
     * @param observed share of exits
     * @param count number of rows
     */
    public record CalibrationBin(double predicted, double observed, int count) {}

    /**
     * How a model was made.
     *
     * @param engineVersion name and version of the engine
     * @param seed the seed
     * @param dataHash SHA-256 of the fitted and calibrated matrices
     * @param industry code and version of the industry's data
     * @param protocol the split in words
     */
    public record Making(String engineVersion, long seed, String dataHash, String industry, String protocol) {}
}
