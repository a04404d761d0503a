package org.holdfast.engine.xgboost;

import java.util.List;
import java.util.stream.IntStream;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.industry.Direction;

/**
 * Columns brought to mean 0 and standard deviation 1, missing values at the mean, and beside each column that has
 * missing values one that says so. All of it comes from the rows to fit on.
 */
final class Standardization {
    private final double[] means;
    private final double[] deviations;
    private final double[] missingRates;
    /** The columns that have an indicator; the indicators follow the columns in this order. */
    private final int[] indicated;

    private final List<Direction> directions;

    private Standardization(double[] means, double[] deviations, double[] missingRates, List<Direction> directions) {
        this.means = means;
        this.deviations = deviations;
        this.missingRates = missingRates;
        this.directions = directions;
        this.indicated = IntStream.range(0, means.length)
                .filter(column -> missingRates[column] > 0 && missingRates[column] < 1)
                .toArray();
    }

    static Standardization of(FeatureMatrix features) {
        int columns = features.columns().size();
        double[] means = new double[columns];
        double[] deviations = new double[columns];
        double[] missingRates = new double[columns];
        for (int column = 0; column < columns; column++) {
            int known = 0;
            double mean = 0;
            double squares = 0;
            for (int row = 0; row < features.rows(); row++) {
                double value = features.value(row, column);
                if (!Double.isNaN(value)) {
                    // Welford 1962: no cancellation for large values of small spread.
                    double before = value - mean;
                    mean += before / ++known;
                    squares += before * (value - mean);
                }
            }
            means[column] = mean;
            double deviation = known == 0 ? 0 : Math.sqrt(squares / known);
            deviations[column] = deviation > 1e-12 * Math.max(1, Math.abs(mean)) ? deviation : 0;
            missingRates[column] = 1 - (double) known / Math.max(1, features.rows());
        }
        List<Direction> directions =
                features.columns().stream().map(column -> column.direction()).toList();
        return new Standardization(means, deviations, missingRates, directions);
    }

    /** Returns how many weights there are: the intercept, one per column, one per indicator. */
    int weights() {
        return 1 + means.length + indicated.length;
    }

    /** Returns the direction that a weight has to keep. */
    Direction direction(int weight) {
        return weight >= 1 && weight <= means.length ? directions.get(weight - 1) : Direction.FREE;
    }

    /** Returns rows × weights values, the intercept's 1 first. */
    double[] design(FeatureMatrix features) {
        int width = weights();
        double[] design = new double[features.rows() * width];
        for (int row = 0; row < features.rows(); row++) {
            int at = row * width;
            design[at] = 1;
            for (int column = 0; column < means.length; column++) {
                double value = features.value(row, column);
                design[at + 1 + column] = Double.isNaN(value) || deviations[column] == 0
                        ? 0
                        : (value - means[column]) / deviations[column];
            }
            for (int i = 0; i < indicated.length; i++) {
                boolean missing = Double.isNaN(features.value(row, indicated[i]));
                design[at + 1 + means.length + i] = indicator(indicated[i], missing);
            }
        }
        return design;
    }

    private double indicator(int column, boolean missing) {
        double rate = missingRates[column];
        return ((missing ? 1 : 0) - rate) / Math.sqrt(rate * (1 - rate));
    }

    /** Returns the model in the columns' own units, each indicator folded into its column. */
    LinearModel model(double... weights) {
        LinearModel.Term[] terms = new LinearModel.Term[means.length];
        for (int column = 0; column < means.length; column++) {
            double coefficient = deviations[column] == 0 ? 0 : weights[1 + column] / deviations[column];
            terms[column] = new LinearModel.Term(coefficient, means[column], 0, 0);
        }
        for (int i = 0; i < indicated.length; i++) {
            int column = indicated[i];
            double weight = weights[1 + means.length + i];
            terms[column] = new LinearModel.Term(
                    terms[column].coefficient(),
                    means[column],
                    weight * indicator(column, false),
                    weight * indicator(column, true));
        }
        return new LinearModel(weights[0], terms);
    }
}
