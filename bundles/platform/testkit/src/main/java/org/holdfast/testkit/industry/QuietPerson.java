package org.holdfast.testkit.industry;

import java.util.Map;
import org.holdfast.api.industry.FeatureDefinition;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.industry.ScorecardItem;
import org.holdfast.api.signal.SignalKind;

/** Somebody of whom nothing is reported: no occurrence, no change, no level known. */
final class QuietPerson {
    private QuietPerson() {}

    /** Returns the score of the scorecard for such a person, 0 to 10. */
    static double score(IndustryModel model, Map<String, SignalKind> kinds) {
        double margin = model.scorecard().intercept();
        for (ScorecardItem item : model.scorecard().items()) {
            for (FeatureDefinition feature : model.features()) {
                if (feature.code().equals(item.feature())) {
                    margin += item.logOdds(value(feature, kinds.getOrDefault(feature.signal(), SignalKind.LEVEL)));
                }
            }
        }
        return 10 / (1 + Math.exp(-margin));
    }

    private static double value(FeatureDefinition feature, SignalKind kind) {
        return switch (feature.aggregation()) {
            case SUM, COUNT -> kind == SignalKind.LEVEL ? Double.NaN : 0;
            case CHANGE_OF_SUM, FALLING_WINDOWS -> 0;
            case LAST, MEAN, CHANGE_OF_MEAN, CHANGE_OF_LEVEL, DAYS_SINCE -> Double.NaN;
        };
    }
}
