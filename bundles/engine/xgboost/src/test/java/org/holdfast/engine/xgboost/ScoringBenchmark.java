package org.holdfast.engine.xgboost;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.holdfast.api.engine.Algorithm;
import org.holdfast.api.engine.FeatureColumn;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.engine.LabelledMatrix;
import org.holdfast.api.engine.TrainedModel;
import org.holdfast.api.engine.TrainingPlan;
import org.holdfast.api.industry.Direction;
import org.holdfast.testkit.engine.GeneratedExits;

/** Measures scoring and explaining; not a test. Run its main method; arguments are rows and columns. */
final class ScoringBenchmark {

    private ScoringBenchmark() {}

    /**
     * Prints rows per second and the time of one row.
     *
     * @param arguments rows (100000) and columns (40)
     */
    public static void main(String[] arguments) {
        int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int columns = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 40;
        LabelledMatrix data = people(rows, columns, 1);
        LabelledMatrix calibrate = people(5_000, columns, 2);
        for (Algorithm algorithm : Algorithm.values()) {
            long start = System.nanoTime();
            try (TrainedModel model = new XgboostEngine().train(new TrainingPlan(algorithm, data, calibrate, 7, 2))) {
                print(algorithm, "train", rows, start);
                model.margins(calibrate.features());
                model.explain(calibrate.features());
                start = System.nanoTime();
                model.margins(data.features());
                print(algorithm, "score", rows, start);
                int explained = algorithm == Algorithm.RANDOM_FOREST ? Math.min(rows, 5_000) : rows;
                FeatureMatrix part = GeneratedExits.rows(data.features(), 0, explained);
                start = System.nanoTime();
                model.explain(part);
                print(algorithm, "score and explain " + explained, explained, start);
                single(algorithm, model, calibrate.features());
            }
        }
    }

    private static void single(Algorithm algorithm, TrainedModel model, FeatureMatrix people) {
        int columns = people.columns().size();
        List<Double> milliseconds = new ArrayList<>();
        for (int row = 0; row < 1_000; row++) {
            double[] values = new double[columns];
            System.arraycopy(people.values(), row * columns, values, 0, columns);
            FeatureMatrix one = new FeatureMatrix(people.columns(), values);
            long start = System.nanoTime();
            model.explain(one);
            milliseconds.add((System.nanoTime() - start) / 1e6);
        }
        List<Double> sorted = milliseconds.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "%s: one person scored and explained, median %.2f ms, p99 %.2f ms%n",
                algorithm.code(),
                sorted.get(500),
                sorted.get(990));
    }

    private static void print(Algorithm algorithm, String what, int rows, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(Locale.ROOT, "%s: %s %.2f s, %.0f rows/s%n", algorithm.code(), what, seconds, rows / seconds);
    }

    private static LabelledMatrix people(int rows, int columns, long seed) {
        Random random = new Random(seed);
        List<FeatureColumn> names = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            names.add(new FeatureColumn("f" + column, column == 0 ? Direction.RAISES_RISK : Direction.FREE));
        }
        double[] values = new double[rows * columns];
        double[] labels = new double[rows];
        for (int row = 0; row < rows; row++) {
            double margin = -2;
            for (int column = 0; column < columns; column++) {
                double value = random.nextGaussian();
                values[row * columns + column] = random.nextDouble() < 0.05 ? Double.NaN : value;
                margin += column < 10 ? 0.3 * value : 0;
            }
            labels[row] = random.nextDouble() < LogOdds.probability(margin) ? 1 : 0;
        }
        return new LabelledMatrix(new FeatureMatrix(names, values), labels);
    }
}
