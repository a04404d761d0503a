package org.holdfast.api.industry;

import java.util.Objects;

/**
 * How one feature is computed.
 *
 * @param code name of the feature, unique in the industry; by habit {@code signal:aggregation:window}
 * @param signal code of the signal it is computed from; the host also offers derived signals, see the vendor guide
 * @param aggregation how values become a number
 * @param windowDays length of the window in days, 0 to 1,100; 0 only where the aggregation says what it means
 * @param direction how it may move the risk
 */
public record FeatureDefinition(
        String code, String signal, Aggregation aggregation, int windowDays, Direction direction) {

    /** Longest window a feature may have: three years. */
    public static final int MAX_WINDOW_DAYS = 1_100;

    /** Checks that everything is there and the window is in range. */
    public FeatureDefinition {
        Objects.requireNonNull(aggregation, "aggregation");
        Objects.requireNonNull(direction, "direction");
        if (code.isBlank() || signal.isBlank()) {
            throw new IllegalArgumentException("A feature needs a code and a signal");
        }
        if (windowDays < 0 || windowDays > MAX_WINDOW_DAYS) {
            throw new IllegalArgumentException("Window of feature " + code + " is not within 0 to 1,100 days");
        }
    }
}
