package org.holdfast.api.engine;

import java.util.List;
import java.util.Map;

/**
 * How every algorithm did by one protocol.
 *
 * @param protocol what was done, in words
 * @param rows number of rows of the table
 * @param positives number of rows with label 1
 * @param algorithms the results, in the order of {@link Algorithm}
 * @param champion the algorithm with the lowest log loss
 */
public record Evaluation(
        String protocol, int rows, int positives, List<AlgorithmResult> algorithms, Algorithm champion) {

    /** Copies the results. */
    public Evaluation {
        algorithms = List.copyOf(algorithms);
    }

    /**
     * Mean and spread of a metric over the rounds.
     *
     * @param mean the mean
     * @param sd sample standard deviation (n − 1); 0 for a single round
     */
    public record Summary(double mean, double sd) {}

    /**
     * The metrics of one algorithm.
     *
     * @param algorithm the algorithm
     * @param metrics the metrics that are defined
     */
    public record AlgorithmResult(Algorithm algorithm, Map<Metric, Summary> metrics) {

        /** Copies the metrics. */
        public AlgorithmResult {
            metrics = Map.copyOf(metrics);
        }
    }
}
