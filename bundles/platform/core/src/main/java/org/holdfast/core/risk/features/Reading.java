package org.holdfast.core.risk.features;

import org.holdfast.api.industry.FeatureDefinition;
import org.holdfast.api.signal.SignalDefinition;

/**
 * What a reason says about its signal: the value now, the value before, and how far apart they are.
 *
 * @param value the value of the latest window, or the latest level; NaN where not known
 * @param previous the value of the window before, or the level before; NaN where not known
 * @param change relative change: of sums with a divisor of at least 1; of levels; for a derived ratio the ratio itself;
 *     NaN where not known
 * @param windowDays length of the window in days
 */
public record Reading(double value, double previous, double change, int windowDays) {

    /** Nothing is known. */
    public static final Reading NOTHING = new Reading(Double.NaN, Double.NaN, Double.NaN, 0);

    private static final int SHOWN_WINDOW = 90;
    private static final int SHOWN_LEVEL_WINDOW = 150;

    static Reading of(PersonView view, SignalDefinition type, FeatureDefinition feature) {
        if (DerivedSignals.knows(type.code())) {
            double value = DerivedSignals.value(type.code(), view);
            return new Reading(value, Double.NaN, type.unit().equals("ratio") ? value : Double.NaN, 0);
        }
        WindowFormula formula = FeatureRun.formula(view, type);
        int window = feature.windowDays() == 0 ? SHOWN_WINDOW : feature.windowDays();
        return switch (feature.aggregation()) {
            case SUM, CHANGE_OF_SUM, FALLING_WINDOWS -> ofSums(formula.sum(0, window), formula.sum(1, window), window);
            case COUNT, DAYS_SINCE -> ofSums(formula.count(0, window), formula.count(1, window), window);
            case MEAN, CHANGE_OF_MEAN -> ofLevels(formula.mean(0, window), formula.mean(1, window), window);
            case LAST, CHANGE_OF_LEVEL -> {
                int apart = feature.windowDays() == 0 ? SHOWN_LEVEL_WINDOW : feature.windowDays();
                yield ofLevels(formula.last(0), formula.levelBefore(apart), apart);
            }
        };
    }

    private static Reading ofSums(double value, double previous, int window) {
        return new Reading(value, previous, (value - previous) / Math.max(1, Math.abs(previous)), window);
    }

    private static Reading ofLevels(double value, double previous, int window) {
        double change = previous == 0 ? Double.NaN : (value - previous) / Math.abs(previous);
        return new Reading(value, previous, change, window);
    }
}
