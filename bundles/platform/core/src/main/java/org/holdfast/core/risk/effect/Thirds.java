package org.holdfast.core.risk.effect;

import java.util.Arrays;
import org.holdfast.api.engine.FeatureMatrix;

/**
 * Says of each feature whether it lies in the middle or the highest third of what was seen; a missing one in neither. So that it
 * can be told for whom an action works ("who has waited longest for a promotion") without believing in straight lines.
 *
 * @param cuts two for each feature, rising; NaN where the feature does not tell people apart
 */
@SuppressWarnings("ArrayRecordComponent") // cuts of a fitted model; nobody compares two of these
record Thirds(double[][] cuts) {
    private static final int FEWEST = 30;

    static Thirds of(FeatureMatrix people) {
        int width = people.columns().size();
        double[][] cuts = new double[width][];
        for (int column = 0; column < width; column++) {
            cuts[column] = cuts(column(people, column));
        }
        return new Thirds(cuts);
    }

    /** Returns 1, and for each of some features 0 or 1 for the middle and the highest third. */
    double[] design(int[] columns, double... features) {
        double[] design = new double[1 + 2 * columns.length];
        design[0] = 1;
        for (int i = 0; i < columns.length; i++) {
            double value = features[columns[i]];
            double[] cut = cuts[columns[i]];
            design[1 + 2 * i] = value > cut[0] && value <= cut[1] ? 1 : 0;
            design[2 + 2 * i] = value > cut[1] ? 1 : 0;
        }
        return design;
    }

    /** Returns the cuts of some features. */
    double[][] cuts(int... columns) {
        return Arrays.stream(columns).mapToObj(column -> cuts[column]).toArray(double[][]::new);
    }

    private static double[] column(FeatureMatrix people, int column) {
        double[] values = new double[people.rows()];
        for (int row = 0; row < values.length; row++) {
            values[row] = people.value(row, column);
        }
        return Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
    }

    private static double[] cuts(double... sorted) {
        if (sorted.length < FEWEST) {
            return new double[] {Double.NaN, Double.NaN};
        }
        return new double[] {sorted[sorted.length / 3], sorted[2 * sorted.length / 3]};
    }
}
