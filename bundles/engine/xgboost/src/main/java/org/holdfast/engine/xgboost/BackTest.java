package org.holdfast.engine.xgboost;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.engine.Algorithm;
import org.holdfast.api.engine.Evaluation;
import org.holdfast.api.engine.Evaluation.AlgorithmResult;
import org.holdfast.api.engine.Evaluation.Summary;
import org.holdfast.api.engine.EvaluationProtocol;
import org.holdfast.api.engine.EvaluationProtocol.Round;
import org.holdfast.api.engine.LabelledMatrix;
import org.holdfast.api.engine.LabelledTable;
import org.holdfast.api.engine.Metric;

/**
 * Trains and tests every algorithm in every round.
 *
 * <p>Nothing of a test row is looked at before it is scored: preparation, penalty and calibration come from training
 * rows. The calibration is fitted on margins of training rows that the model behind each had not seen: out of fold, or
 * where the rounds are in time order the last fifth scored by a model of the rows before; the model itself is then
 * fitted on all training rows.
 */
final class BackTest {
    private static final int FOLDS = 5;
    /** Above this one held-out fold gives enough margins to calibrate on. */
    private static final int MANY_ROWS = 20_000;
    /** Below this the threads would wait for each other longer than they work. */
    private static final int VALUES_PER_THREAD = 500_000;

    private final LabelledTable table;
    private final EvaluationProtocol protocol;

    BackTest(LabelledTable table, EvaluationProtocol protocol) {
        this.table = table;
        this.protocol = protocol;
    }

    /** Probabilities of one repeat's test rows, pooled. */
    private record Pool(List<double[]> probabilities, List<double[]> labels) {
        double[] allProbabilities() {
            return probabilities.stream().flatMapToDouble(DoubleStream::of).toArray();
        }

        double[] allLabels() {
            return labels.stream().flatMapToDouble(DoubleStream::of).toArray();
        }
    }

    Evaluation run() {
        protocol.rounds().forEach(this::check);
        List<AlgorithmResult> results = new ArrayList<>();
        for (Algorithm algorithm : Algorithm.values()) {
            results.add(new AlgorithmResult(algorithm, measure(algorithm)));
        }
        Algorithm champion = results.stream()
                .min(Comparator.comparingDouble(BackTest::meanLogLoss))
                .orElseThrow()
                .algorithm();
        int positives = (int)
                DoubleStream.of(table.labels()).filter(label -> label > 0.5).count();
        return new Evaluation(protocol.name(), table.labels().length, positives, results, champion);
    }

    private static double meanLogLoss(AlgorithmResult result) {
        Summary summary = result.metrics().get(Metric.LOG_LOSS);
        return summary == null ? Double.POSITIVE_INFINITY : summary.mean();
    }

    private Map<Metric, Summary> measure(Algorithm algorithm) {
        Map<Metric, List<Double>> values = new EnumMap<>(Metric.class);
        Map<Integer, Pool> pools = new TreeMap<>();
        for (Round round : protocol.rounds()) {
            LabelledMatrix[] data = prepared(round.train(), round.test());
            double[] probabilities = probabilities(algorithm, round, data[0], data[1]);
            double[] labels = data[1].labels();
            ProbabilityMetrics.of(probabilities, labels)
                    .values()
                    .forEach((metric, value) -> values.computeIfAbsent(metric, any -> new ArrayList<>())
                            .add(value));
            Pool pool = pools.computeIfAbsent(round.repeat(), any -> new Pool(new ArrayList<>(), new ArrayList<>()));
            pool.probabilities.add(probabilities);
            pool.labels.add(labels);
        }
        values.put(
                Metric.ECE,
                pools.values().stream()
                        .map(pool -> ProbabilityMetrics.of(pool.allProbabilities(), pool.allLabels())
                                .values()
                                .get(Metric.ECE))
                        .toList());
        Map<Metric, Summary> summaries = new EnumMap<>(Metric.class);
        values.forEach((metric, ofRounds) -> summaries.put(metric, summary(ofRounds)));
        return summaries;
    }

    private LabelledMatrix[] prepared(int[] train, int... test) {
        TablePreparation preparation = TablePreparation.learnt(table, train);
        return new LabelledMatrix[] {preparation.matrix(train), preparation.matrix(test)};
    }

    private double[] probabilities(Algorithm algorithm, Round round, LabelledMatrix train, LabelledMatrix test) {
        Learner learner = XgboostEngine.learner(algorithm).tuned(train, protocol.seed());
        PlattScaling scaling = calibrated(learner, round);
        try (RawModel model = learner.fit(train, protocol.seed(), threads(train))) {
            double[] margins = model.margins(test.features());
            for (int row = 0; row < margins.length; row++) {
                margins[row] = scaling.apply(margins[row]);
            }
            return LogOdds.probabilities(margins);
        }
    }

    /** Fits the calibration on training rows, each scored by a model that had not seen it. */
    private PlattScaling calibrated(Learner learner, Round round) {
        double[] labels = IntStream.of(round.train())
                .mapToDouble(row -> table.labels()[row])
                .toArray();
        Folds folds =
                protocol.temporal() ? Folds.inOrder(labels.length, FOLDS) : new Folds(labels, FOLDS, protocol.seed());
        int used = protocol.temporal() || labels.length > MANY_ROWS ? 1 : FOLDS;
        List<double[]> margins = new ArrayList<>();
        List<double[]> outcomes = new ArrayList<>();
        for (int fold = 0; fold < used; fold++) {
            int[] inner = rows(round.train(), folds.rowsOutside(fold));
            int[] held = rows(round.train(), folds.rowsIn(fold));
            LabelledMatrix[] data = prepared(inner, held);
            if (data[0].positives() == 0 || data[0].positives() == inner.length) {
                return PlattScaling.IDENTITY;
            }
            try (RawModel model = learner.fit(data[0], protocol.seed(), threads(data[0]))) {
                margins.add(model.margins(data[1].features()));
                outcomes.add(data[1].labels());
            }
        }
        Pool pool = new Pool(margins, outcomes);
        return PlattScaling.fit(pool.allProbabilities(), pool.allLabels());
    }

    private static int threads(LabelledMatrix data) {
        int worthwhile = 1 + data.features().values().length / VALUES_PER_THREAD;
        return Math.min(Runtime.getRuntime().availableProcessors(), worthwhile);
    }

    private static int[] rows(int[] all, int... positions) {
        return IntStream.of(positions).map(position -> all[position]).toArray();
    }

    private void check(Round round) {
        int rows = table.labels().length;
        boolean outside = IntStream.concat(IntStream.of(round.train()), IntStream.of(round.test()))
                .anyMatch(row -> row < 0 || row >= rows);
        if (outside || round.test().length == 0) {
            throw new HoldfastException(
                    EngineError.PROTOCOL_DOES_NOT_FIT,
                    "A round of repeat " + round.repeat() + " has no test row or a row the table of " + rows
                            + " rows does not have; check the split");
        }
        long positives = IntStream.of(round.train())
                .filter(row -> table.labels()[row] > 0.5)
                .count();
        if (positives == 0 || positives == round.train().length) {
            throw new HoldfastException(
                    EngineError.ONE_CLASS_ONLY,
                    "A round of repeat " + round.repeat() + " trains on " + round.train().length + " rows with "
                            + positives + " leavers; choose a split with leavers and stayers in training");
        }
    }

    private static Summary summary(List<Double> values) {
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares = values.stream()
                .mapToDouble(value -> (value - mean) * (value - mean))
                .sum();
        return new Summary(mean, values.size() < 2 ? 0 : Math.sqrt(squares / (values.size() - 1)));
    }
}
