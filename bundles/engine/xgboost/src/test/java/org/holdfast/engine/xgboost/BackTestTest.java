package org.holdfast.engine.xgboost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.holdfast.api.ErrorCode;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.engine.Algorithm;
import org.holdfast.api.engine.Evaluation;
import org.holdfast.api.engine.Evaluation.AlgorithmResult;
import org.holdfast.api.engine.EvaluationProtocol;
import org.holdfast.api.engine.EvaluationProtocol.Round;
import org.holdfast.api.engine.LabelledTable;
import org.holdfast.api.engine.LabelledTable.CategoricalColumn;
import org.holdfast.api.engine.LabelledTable.Column;
import org.holdfast.api.engine.LabelledTable.NumericColumn;
import org.holdfast.api.engine.Metric;
import org.junit.jupiter.api.Test;

class BackTestTest {
    private final XgboostEngine engine = new XgboostEngine();

    /** A table of people of whom those with overtime or in sales leave more; pay is missing for some. */
    static LabelledTable people(int rows, long seed) {
        Random random = new Random(seed);
        double[] overtime = new double[rows];
        double[] pay = new double[rows];
        List<String> post = new ArrayList<>();
        double[] labels = new double[rows];
        for (int row = 0; row < rows; row++) {
            overtime[row] = random.nextGaussian();
            pay[row] = random.nextDouble() < 0.1 ? Double.NaN : random.nextGaussian();
            post.add(List.of("sales", "research", "", "quality").get(random.nextInt(4)));
            double margin = -2 + overtime[row] + ("sales".equals(post.get(row)) ? 1.5 : 0);
            labels[row] = random.nextDouble() < LogOdds.probability(margin) ? 1 : 0;
        }
        List<Column> columns = List.of(
                new NumericColumn("overtime", overtime),
                new NumericColumn("pay", pay),
                new CategoricalColumn("post", post),
                new NumericColumn("constant", new double[rows]));
        return new LabelledTable(columns, labels);
    }

    static EvaluationProtocol folds(LabelledTable table, int count) {
        Folds folds = new Folds(table.labels(), count, 3);
        List<Round> rounds = IntStream.range(0, count)
                .mapToObj(fold -> new Round(0, folds.rowsOutside(fold), folds.rowsIn(fold)))
                .toList();
        return new EvaluationProtocol("folds", rounds, false, 7);
    }

    @Test
    void everyAlgorithmIsMeasuredAndTheLowestLogLossIsChampion() {
        LabelledTable table = people(1_500, 1);

        Evaluation evaluation = engine.evaluate(table, folds(table, 3));

        assertThat(evaluation.rows()).isEqualTo(1_500);
        assertThat(evaluation.algorithms())
                .extracting(AlgorithmResult::algorithm)
                .containsExactly(Algorithm.values());
        double best = evaluation.algorithms().stream()
                .mapToDouble(result -> mean(result, Metric.LOG_LOSS))
                .min()
                .orElseThrow();
        for (AlgorithmResult result : evaluation.algorithms()) {
            assertThat(result.metrics()).containsOnlyKeys(Metric.values());
            assertThat(mean(result, Metric.ROC_AUC))
                    .as("%s", result.algorithm())
                    .isGreaterThan(0.75);
            assertThat(mean(result, Metric.ECE)).as("%s", result.algorithm()).isLessThan(0.06);
            if (result.algorithm() == evaluation.champion()) {
                assertThat(mean(result, Metric.LOG_LOSS)).isEqualTo(best);
            }
        }
    }

    private static double mean(AlgorithmResult result, Metric metric) {
        return result.metrics().get(metric).mean();
    }

    @Test
    void sameSeedGivesTheSameFigures() {
        LabelledTable table = people(600, 1);

        assertThat(engine.evaluate(table, folds(table, 2))).isEqualTo(engine.evaluate(table, folds(table, 2)));
    }

    @Test
    void labelsWithoutCauseArePredictedNoBetterThanByChance() {
        LabelledTable table = people(900, 1);
        Random random = new Random(9);
        double[] noise = random.doubles(900).map(value -> value < 0.2 ? 1 : 0).toArray();

        Evaluation evaluation = engine.evaluate(new LabelledTable(table.columns(), noise), folds(table, 3));

        for (AlgorithmResult result : evaluation.algorithms()) {
            assertThat(mean(result, Metric.ROC_AUC))
                    .as("%s", result.algorithm())
                    .isBetween(0.42, 0.58);
        }
    }

    @Test
    void nothingOfTheTestRowsReachesThePreparation() {
        LabelledTable table = people(400, 1);
        int[] train = IntStream.range(0, 300).toArray();
        List<String> posts =
                new ArrayList<>(((CategoricalColumn) table.columns().get(2)).values());
        IntStream.range(300, 400).forEach(row -> posts.set(row, "only in the test"));
        LabelledTable changed = new LabelledTable(
                List.of(table.columns().get(0), table.columns().get(1), new CategoricalColumn("post", posts)),
                table.labels());

        assertThat(TablePreparation.learnt(changed, train)
                        .matrix(350)
                        .features()
                        .columns())
                .isEqualTo(TablePreparation.learnt(table, train)
                        .matrix(350)
                        .features()
                        .columns())
                .extracting(column -> column.name())
                .contains("overtime", "pay", "post=sales")
                .doesNotContain("constant", "post=only in the test");
    }

    @Test
    void heldOutRowsOfATimedProtocolAreTheLatest() {
        Folds folds = Folds.inOrder(100, 5);

        assertThat(folds.rowsIn(0)).containsExactly(IntStream.range(80, 100).toArray());
        assertThat(folds.rowsOutside(0)).containsExactly(IntStream.range(0, 80).toArray());
    }

    @Test
    void splitThatCannotBeTrainedOnIsRefusedInWords() {
        LabelledTable table = people(100, 1);
        int[] stayers =
                IntStream.range(0, 100).filter(row -> table.labels()[row] < 0.5).toArray();
        Round oneClass = new Round(0, stayers, new int[] {1});
        Round outside = new Round(0, new int[] {0, 1}, new int[] {100});
        Round empty = new Round(0, new int[] {0, 1}, new int[0]);
        LabelledTable constant =
                new LabelledTable(List.of(new NumericColumn("constant", new double[100])), table.labels());

        assertCode(EngineError.ONE_CLASS_ONLY, () -> engine.evaluate(table, protocol(oneClass)));
        assertCode(EngineError.PROTOCOL_DOES_NOT_FIT, () -> engine.evaluate(table, protocol(outside)));
        assertCode(EngineError.PROTOCOL_DOES_NOT_FIT, () -> engine.evaluate(table, protocol(empty)));
        assertCode(EngineError.NO_USABLE_COLUMN, () -> engine.evaluate(constant, folds(table, 2)));
    }

    private static EvaluationProtocol protocol(Round round) {
        return new EvaluationProtocol("one round", List.of(round), false, 1);
    }

    private static void assertCode(ErrorCode code, ThrowingCallable call) {
        assertThatExceptionOfType(HoldfastException.class)
                .isThrownBy(call)
                .satisfies(exception -> assertThat(exception.code()).isEqualTo(code));
    }
}
