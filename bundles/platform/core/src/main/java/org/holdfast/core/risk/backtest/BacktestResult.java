package org.holdfast.core.risk.backtest;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.holdfast.core.risk.training.ModelCard.AtAlert;
import org.holdfast.core.risk.training.ModelCard.CalibrationBin;

/**
 * What a back-test came to.
 *
 * @param inUse which of the models would have given the scores: code of an algorithm or {@code scorecard}
 * @param reason why, a stable word
 * @param tested whom it was tested on
 * @param trained what it was trained on
 * @param models the models, the scorecard and the naive comparison side by side
 * @param days the same day by day
 */
public record BacktestResult(
        String inUse, String reason, Tested tested, Trained trained, List<Line> models, List<DayLine> days) {

    /** Name of the comparison "last year's rate of the same unit". */
    public static final String UNIT_RATE = "unitRate";

    /** Name of the industry's scorecard. */
    public static final String SCORECARD = "scorecard";

    /** Copies the lists. */
    public BacktestResult {
        models = List.copyOf(models);
        days = List.copyOf(days);
    }

    /**
     * Whom models were tested on.
     *
     * @param rows person-days
     * @param people different people among them
     * @param positives person-days with a voluntary exit within the horizon
     * @param baseRate their share
     * @param alwaysStayAccuracy accuracy of the rule "nobody leaves"
     * @param leftOtherwise person-days left out: dismissed or retired within the horizon
     * @param thin person-days with too little evidence for a score; they count in every figure but open no alert
     */
    public record Tested(
            int rows,
            int people,
            int positives,
            double baseRate,
            double alwaysStayAccuracy,
            int leftOtherwise,
            int thin) {}

    /**
     * What models were trained on.
     *
     * @param rows person-days of the fitted block, 0 where nothing was trained
     * @param positives those with a voluntary exit
     * @param from first day of the block, ISO date, empty where nothing was trained
     * @param to last day of it
     * @param features codes of the features that were used
     * @param settingsVersion version of the settings in force when the back-test ran
     */
    public record Trained(int rows, int positives, String from, String to, List<String> features, int settingsVersion) {

        /** Copies the codes. */
        public Trained {
            features = List.copyOf(features);
        }
    }

    /**
     * One model.
     *
     * @param name code of an algorithm, {@code scorecard} or {@code unitRate}
     * @param values metrics by code: those of the engine, {@code recallAt5}, {@code recallAt10}, {@code liftAt5},
     *     {@code liftAt10}, {@code alertPrecision}, {@code alertRecall}; what is not defined is left out
     * @param intervals 95 % intervals by code, from resampling people
     * @param atAlert what the alert threshold does
     * @param calibration foretold and observed rates in bins of equal count
     */
    public record Line(
            String name,
            Map<String, Double> values,
            Map<String, Interval> intervals,
            AtAlert atAlert,
            List<CalibrationBin> calibration) {

        /** Copies maps and bins. */
        public Line {
            values = Map.copyOf(values);
            intervals = Map.copyOf(intervals);
            calibration = List.copyOf(calibration);
        }
    }

    /**
     * An interval.
     *
     * @param low lower end
     * @param high upper end
     */
    public record Interval(double low, double high) {}

    /**
     * One scored day.
     *
     * @param day the day
     * @param rows people scored
     * @param positives those who left of their own wish within the horizon
     * @param rocAuc by model; left out where everybody or nobody left
     */
    public record DayLine(LocalDate day, int rows, int positives, Map<String, Double> rocAuc) {

        /** Copies the map. */
        public DayLine {
            rocAuc = Map.copyOf(rocAuc);
        }
    }
}
