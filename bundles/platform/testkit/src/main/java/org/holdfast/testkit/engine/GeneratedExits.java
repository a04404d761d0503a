package org.holdfast.testkit.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.holdfast.api.engine.FeatureColumn;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.engine.LabelledMatrix;
import org.holdfast.api.industry.Direction;

/** Generated people whose chance to leave is known: overtime and a wish to leave raise it, pay lowers it. */
public final class GeneratedExits {
    /** The columns: two that raise the risk, one that lowers it, one with a say by being missing, two of noise. */
    public static final List<FeatureColumn> COLUMNS = List.of(
            new FeatureColumn("overtime", Direction.RAISES_RISK),
            new FeatureColumn("wish", Direction.RAISES_RISK),
            new FeatureColumn("pay", Direction.LOWERS_RISK),
            new FeatureColumn("rating", Direction.FREE),
            new FeatureColumn("noise", Direction.FREE),
            new FeatureColumn("rare", Direction.FREE));

    private GeneratedExits() {}

    /**
     * Generates people.
     *
     * @param rows how many
     * @param seed the same seed gives the same people
     * @return features with some missing values, and who left (about one in five)
     */
    public static LabelledMatrix people(int rows, long seed) {
        Random random = new Random(seed);
        int columns = COLUMNS.size();
        double[] values = new double[rows * columns];
        double[] labels = new double[rows];
        for (int row = 0; row < rows; row++) {
            double overtime = random.nextGaussian();
            double wish = random.nextInt(5);
            double pay = 50_000 + 10_000 * random.nextGaussian();
            boolean unrated = random.nextDouble() < 0.2;
            double margin = -3 + 0.9 * overtime + 0.5 * wish - 0.00006 * (pay - 50_000) + (unrated ? 1 : 0);
            int at = row * columns;
            values[at] = random.nextDouble() < 0.1 ? Double.NaN : overtime;
            values[at + 1] = wish;
            values[at + 2] = pay;
            values[at + 3] = unrated ? Double.NaN : random.nextInt(5);
            values[at + 4] = random.nextGaussian();
            values[at + 5] = random.nextDouble() < 0.02 ? 1 : 0;
            labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-margin)) ? 1 : 0;
        }
        return new LabelledMatrix(new FeatureMatrix(COLUMNS, values), labels);
    }

    /**
     * Takes some rows of a matrix.
     *
     * @param features the matrix
     * @param from first row
     * @param to row after the last
     * @return a matrix of its own
     */
    public static FeatureMatrix rows(FeatureMatrix features, int from, int to) {
        int columns = features.columns().size();
        return new FeatureMatrix(
                features.columns(), Arrays.copyOfRange(features.values(), from * columns, to * columns));
    }
}
