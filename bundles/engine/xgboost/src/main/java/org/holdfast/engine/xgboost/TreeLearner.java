package org.holdfast.engine.xgboost;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.holdfast.api.engine.FeatureColumn;
import org.holdfast.api.engine.LabelledMatrix;

/**
 * Trees by XGBoost's histogram method, held to the directions of the columns.
 *
 * <p>A random forest (Breiman 2001) is one round of many parallel trees, so that it has a log-odds margin and exact
 * contributions like the boosted trees: each leaf is a Newton step from the base rate.
 */
final class TreeLearner implements Learner {
    /** Deeper or more trees gain less than a hundredth and make exact contributions many times slower. */
    private static final int FOREST_DEPTH = 8;

    private static final int FOREST_TREES = 200;

    private final boolean forest;
    private final int rounds;

    private TreeLearner(boolean forest, int rounds) {
        this.forest = forest;
        this.rounds = rounds;
    }

    /** Returns shallow boosted trees with shrinkage, which beat the library's defaults on small tables of people. */
    static TreeLearner boosted() {
        return new TreeLearner(false, 400);
    }

    /** Returns a forest of parallel trees. */
    static TreeLearner forest() {
        return new TreeLearner(true, 1);
    }

    @Override
    public RawModel fit(LabelledMatrix data, long seed, int threads) {
        Map<String, Object> parameters = forest ? forestParameters(data) : boostedParameters();
        parameters.put("objective", "binary:logistic");
        parameters.put("tree_method", "hist");
        parameters.put("base_score", baseRate(data));
        parameters.put("monotone_constraints", constraints(data.features().columns()));
        // The library takes 31 bits.
        parameters.put("seed", seed & Integer.MAX_VALUE);
        parameters.put("nthread", threads);
        parameters.put("verbosity", 0);
        return NativeLibrary.call("train", () -> {
            int rows = data.features().rows();
            float[] values = BoosterModel.floats(data.features(), 0, rows);
            DMatrix matrix = new DMatrix(values, rows, data.features().columns().size(), Float.NaN);
            try {
                matrix.setLabel(labels(data));
                return new BoosterModel(XGBoost.train(matrix, parameters, rounds, Map.of(), null, null));
            } finally {
                matrix.dispose();
            }
        });
    }

    private static Map<String, Object> boostedParameters() {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("max_depth", 3);
        parameters.put("eta", 0.03);
        parameters.put("subsample", 0.8);
        parameters.put("colsample_bytree", 0.6);
        parameters.put("min_child_weight", 3);
        parameters.put("lambda", 2);
        return parameters;
    }

    private static Map<String, Object> forestParameters(LabelledMatrix data) {
        double rate = baseRate(data);
        double columns = data.features().columns().size();
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("num_parallel_tree", FOREST_TREES);
        parameters.put("max_depth", FOREST_DEPTH);
        parameters.put("eta", 1);
        parameters.put("subsample", 0.632);
        parameters.put("colsample_bynode", Math.min(1, 2 * Math.sqrt(columns) / columns));
        // A row weighs rate × (1 − rate) in the library's terms: at least three people per leaf.
        parameters.put("min_child_weight", 3 * rate * (1 - rate));
        parameters.put("lambda", rate * (1 - rate));
        return parameters;
    }

    private static double baseRate(LabelledMatrix data) {
        return (double) data.positives() / data.labels().length;
    }

    private static float[] labels(LabelledMatrix data) {
        float[] labels = new float[data.labels().length];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = data.labels()[row] > 0.5 ? 1 : 0;
        }
        return labels;
    }

    private static String constraints(List<FeatureColumn> columns) {
        return columns.stream()
                .map(column -> switch (column.direction()) {
                    case RAISES_RISK -> "1";
                    case LOWERS_RISK -> "-1";
                    case FREE -> "0";
                })
                .collect(Collectors.joining(",", "(", ")"));
    }
}
