package org.holdfast.engine.xgboost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
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

/** The published figures on a data set that is not part of the product; on generated people where it is absent. */
class IbmAttritionTest {
    private static final Set<String> LEFT_OUT = Set.of("Attrition", "EmployeeNumber");

    @Test
    void firstRepeatOfTheFixedSplitReachesTheKnownFigures() throws IOException {
        String root = System.getenv("HOLDFAST_TEST_DATA");
        Path data = Path.of(root == null ? "" : root).resolve("attrition");
        Path file = data.resolve("ibm_attrition.csv");
        boolean present = Files.isRegularFile(file);
        LabelledTable table = present ? table(file) : BackTestTest.people(1_470, 5);
        EvaluationProtocol protocol = present
                ? protocol(Files.readAllLines(data.resolve("splits/ibm_attrition.csv")))
                : BackTestTest.folds(table, 5);
        if (!present) {
            System.out.println("HOLDFAST_TEST_DATA has no attrition/ibm_attrition.csv: shown on generated people");
        }

        Evaluation evaluation = new XgboostEngine().evaluate(table, protocol);

        for (AlgorithmResult result : evaluation.algorithms()) {
            assertThat(mean(result, Metric.ROC_AUC))
                    .as("%s", result.algorithm())
                    .isGreaterThan(present ? 0.77 : 0.75);
            assertThat(mean(result, Metric.ECE)).as("%s", result.algorithm()).isLessThan(0.06);
        }
        double champion = evaluation.algorithms().stream()
                .filter(result -> result.algorithm() == evaluation.champion())
                .mapToDouble(result -> mean(result, Metric.LOG_LOSS))
                .findFirst()
                .orElseThrow();
        assertThat(champion).isLessThan(present ? 0.34 : 0.45);
    }

    private static double mean(AlgorithmResult result, Metric metric) {
        return result.metrics().get(metric).mean();
    }

    private static LabelledTable table(Path file) throws IOException {
        List<String[]> lines = Files.readAllLines(file).stream()
                .map(line -> line.split(",", -1))
                .toList();
        List<String[]> rows = lines.subList(1, lines.size());
        List<Column> columns = new ArrayList<>();
        double[] labels = new double[0];
        for (int at = 0; at < lines.get(0).length; at++) {
            int column = at;
            String name = lines.get(0)[at];
            List<String> words = rows.stream().map(row -> row[column]).toList();
            if ("Attrition".equals(name)) {
                labels = words.stream()
                        .mapToDouble(word -> "Yes".equals(word) ? 1 : 0)
                        .toArray();
            } else if (!LEFT_OUT.contains(name)) {
                columns.add(column(name, words));
            }
        }
        return new LabelledTable(columns, labels);
    }

    private static Column column(String name, List<String> words) {
        return words.stream().allMatch(word -> word.matches("\\d+"))
                ? new NumericColumn(
                        name, words.stream().mapToDouble(Double::parseDouble).toArray())
                : new CategoricalColumn(name, words);
    }

    private static EvaluationProtocol protocol(List<String> lines) {
        int[] folds = lines.stream()
                .skip(1)
                .mapToInt(line -> Integer.parseInt(line.split(",", -1)[1]))
                .toArray();
        List<Round> rounds = IntStream.range(0, 5)
                .mapToObj(fold -> new Round(
                        0,
                        IntStream.range(0, folds.length)
                                .filter(row -> folds[row] != fold)
                                .toArray(),
                        IntStream.range(0, folds.length)
                                .filter(row -> folds[row] == fold)
                                .toArray()))
                .toList();
        return new EvaluationProtocol("fixed split, repeat 1", rounds, false, 1);
    }
}
