package org.holdfast.engine.xgboost;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.holdfast.api.engine.Metric;
import org.holdfast.api.engine.Metrics;

/**
 * Measures of probabilities against outcomes. People with the same probability are in no order: where a cut goes
 * through them, each counts with the share of leavers among them, so that no result depends on the order of rows.
 */
final class ProbabilityMetrics {
    private static final int BINS = 10;
    /** Keeps the log loss of a certain and wrong probability finite. */
    private static final double LEAST_PROBABILITY = 1e-15;

    private final double[] probabilities;
    private final double[] labels;
    private final int positives;
    /** From the highest probability to the lowest. */
    private final double[] sorted;
    /** The label of each in that order; among equals their mean. */
    private final double[] expected;

    private ProbabilityMetrics(double[] probabilities, double[] labels) {
        this.probabilities = probabilities;
        this.labels = labels;
        int[] order = IntStream.range(0, labels.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer row) -> probabilities[row])
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        this.sorted = new double[order.length];
        this.expected = new double[order.length];
        int leavers = 0;
        for (int i = 0; i < order.length; i++) {
            sorted[i] = probabilities[order[i]];
            leavers += labels[order[i]] > 0.5 ? 1 : 0;
        }
        this.positives = leavers;
        for (int from = 0; from < order.length; from = endOfEquals(from)) {
            int end = endOfEquals(from);
            double sum = 0;
            for (int i = from; i < end; i++) {
                sum += labels[order[i]] > 0.5 ? 1 : 0;
            }
            for (int i = from; i < end; i++) {
                expected[i] = sum / (end - from);
            }
        }
    }

    /**
     * Measures.
     *
     * @param probabilities one per person, 0 to 1
     * @param labels one per person, 1 or 0
     * @return the metrics; those of ranking are left out where there is one class only
     * @throws IllegalArgumentException where there is nobody, the numbers differ, or a probability is none
     */
    static Metrics of(double[] probabilities, double[] labels) {
        if (probabilities.length == 0 || probabilities.length != labels.length) {
            throw new IllegalArgumentException(
                    probabilities.length + " probabilities cannot be measured against " + labels.length + " labels");
        }
        for (double probability : probabilities) {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("A probability lies outside 0 to 1");
            }
        }
        ProbabilityMetrics metrics = new ProbabilityMetrics(probabilities, labels);
        return new Metrics(labels.length, metrics.positives, metrics.all());
    }

    private Map<Metric, Double> all() {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        if (positives > 0 && positives < labels.length) {
            values.put(Metric.ROC_AUC, rocAuc());
            values.put(Metric.PR_AUC, averagePrecision());
        }
        values.put(Metric.BRIER, brier());
        values.put(Metric.LOG_LOSS, logLoss());
        values.put(Metric.ECE, calibrationError());
        values.put(Metric.ACCURACY, accuracy());
        values.put(Metric.PRECISION_AT_5, precisionAt(0.05));
        values.put(Metric.PRECISION_AT_10, precisionAt(0.10));
        return values;
    }

    private int endOfEquals(int from) {
        int end = from + 1;
        while (end < sorted.length && sorted[end] == sorted[from]) {
            end++;
        }
        return end;
    }

    /** Mann and Whitney's statistic: equals count half. */
    private double rocAuc() {
        double above = 0;
        double area = 0;
        for (int from = 0; from < sorted.length; from = endOfEquals(from)) {
            int size = endOfEquals(from) - from;
            double leavers = expected[from] * size;
            area += (size - leavers) * (above + leavers / 2);
            above += leavers;
        }
        return area / ((double) positives * (labels.length - positives));
    }

    /** Sum over thresholds of precision × gain in recall, without interpolation. */
    private double averagePrecision() {
        double found = 0;
        double sum = 0;
        for (int from = 0; from < sorted.length; from = endOfEquals(from)) {
            int end = endOfEquals(from);
            double leavers = expected[from] * (end - from);
            found += leavers;
            sum += leavers * found / end;
        }
        return sum / positives;
    }

    private double brier() {
        double sum = 0;
        for (int row = 0; row < labels.length; row++) {
            double error = probabilities[row] - (labels[row] > 0.5 ? 1 : 0);
            sum += error * error;
        }
        return sum / labels.length;
    }

    private double logLoss() {
        double sum = 0;
        for (int row = 0; row < labels.length; row++) {
            double ofOutcome = labels[row] > 0.5 ? probabilities[row] : 1 - probabilities[row];
            sum -= Math.log(Math.max(LEAST_PROBABILITY, ofOutcome));
        }
        return sum / labels.length;
    }

    /** Naeini, Cooper and Hauskrecht 2015, with bins of equal count; the first bins take what does not divide. */
    private double calibrationError() {
        int rows = sorted.length;
        double error = 0;
        int from = 0;
        for (int bin = 0; bin < BINS; bin++) {
            int end = from + rows / BINS + (bin < rows % BINS ? 1 : 0);
            double gap = 0;
            // From the lowest probability up, as such bins are usually cut.
            for (int i = from; i < end; i++) {
                gap += sorted[rows - 1 - i] - expected[rows - 1 - i];
            }
            error += Math.abs(gap);
            from = end;
        }
        return error / rows;
    }

    private double accuracy() {
        int right = 0;
        for (int row = 0; row < labels.length; row++) {
            right += (probabilities[row] >= 0.5) == (labels[row] > 0.5) ? 1 : 0;
        }
        return (double) right / labels.length;
    }

    private double precisionAt(double share) {
        int count = (int) Math.max(1, Math.round(share * sorted.length));
        double leavers = 0;
        for (int i = 0; i < count; i++) {
            leavers += expected[i];
        }
        return leavers / count;
    }
}
