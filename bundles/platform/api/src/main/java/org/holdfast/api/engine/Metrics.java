package org.holdfast.api.engine;

import java.util.Map;

/**
 * What was measured on one set of people.
 *
 * @param rows number of people
 * @param positives number of leavers among them
 * @param values the metrics; a metric that is not defined (one class only) is left out
 */
public record Metrics(int rows, int positives, Map<Metric, Double> values) {

    /** Copies the values. */
    public Metrics {
        values = Map.copyOf(values);
    }

    /**
     * Returns the accuracy of the rule "nobody leaves", without which an accuracy says nothing.
     *
     * @return share of stayers, 0 to 1
     */
    public double alwaysStayAccuracy() {
        return rows == 0 ? 1 : 1 - (double) positives / rows;
    }
}
