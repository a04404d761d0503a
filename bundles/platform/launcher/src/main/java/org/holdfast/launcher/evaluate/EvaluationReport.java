package org.holdfast.launcher.evaluate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.stream.IntStream;
import org.holdfast.api.engine.Evaluation;
import org.holdfast.api.engine.Evaluation.AlgorithmResult;
import org.holdfast.api.engine.Evaluation.Summary;
import org.holdfast.api.engine.EvaluationProtocol;
import org.holdfast.api.engine.Metric;
import org.holdfast.launcher.text.Words;
import org.jspecify.annotations.Nullable;

/**
 * What the command prints.
 *
 * @param evaluation the result
 * @param alwaysStayAccuracy accuracy of "nobody leaves" on the tested rows, mean over the rounds, 0 to 1
 */
record EvaluationReport(Evaluation evaluation, double alwaysStayAccuracy) {
    private static final int FIRST_COLUMN = 26;
    private static final int COLUMN = 20;

    static EvaluationReport of(Evaluation evaluation, EvaluationProtocol protocol, double[] labels) {
        double stayers = protocol.rounds().stream()
                .mapToDouble(round -> IntStream.of(round.test())
                        .mapToDouble(row -> 1 - labels[row])
                        .average()
                        .orElse(1))
                .average()
                .orElse(1);
        return new EvaluationReport(evaluation, stayers);
    }

    /** Returns the object that the contract fixes. */
    ObjectNode json() {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        report.put("rows", evaluation.rows());
        report.put("positives", evaluation.positives());
        report.put("protocol", evaluation.protocol());
        ArrayNode algorithms = report.putArray("algorithms");
        for (AlgorithmResult result : evaluation.algorithms()) {
            ObjectNode algorithm =
                    algorithms.addObject().put("name", result.algorithm().code());
            for (Metric metric : Metric.values()) {
                Summary summary = result.metrics().get(metric);
                if (summary != null) {
                    algorithm
                            .putObject(metric.code())
                            .put("mean", summary.mean())
                            .put("sd", summary.sd());
                }
            }
        }
        report.put("alwaysStayAccuracy", alwaysStayAccuracy);
        report.put("champion", evaluation.champion().code());
        return report;
    }

    /** Returns the same for people, one line per metric. */
    String table(Words words) {
        StringBuilder table = new StringBuilder();
        double baseRate = (double) evaluation.positives() / evaluation.rows();
        line(table, words.text("report.rows", evaluation.rows(), evaluation.positives(), percent(baseRate)));
        line(table, words.text("report.protocol", evaluation.protocol()));
        table.append(System.lineSeparator()).append(" ".repeat(FIRST_COLUMN));
        for (AlgorithmResult result : evaluation.algorithms()) {
            pad(table, words.text("algorithm." + result.algorithm().code()), COLUMN);
        }
        table.append(System.lineSeparator());
        for (Metric metric : Metric.values()) {
            pad(table, words.text("metric." + metric.code()), FIRST_COLUMN);
            for (AlgorithmResult result : evaluation.algorithms()) {
                pad(table, shown(result.metrics().get(metric)), COLUMN);
            }
            table.append(System.lineSeparator());
        }
        table.append(System.lineSeparator());
        line(table, words.text("report.alwaysStay", percent(alwaysStayAccuracy)));
        line(
                table,
                words.text(
                        "report.champion",
                        words.text("algorithm." + evaluation.champion().code())));
        return table.toString();
    }

    private static void line(StringBuilder table, String line) {
        table.append(line).append(System.lineSeparator());
    }

    private static String shown(@Nullable Summary summary) {
        return summary == null ? "–" : String.format(Locale.ROOT, "%.4f ± %.4f", summary.mean(), summary.sd());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /** Pads to a width on a terminal, where a Chinese character is as wide as two others. */
    private static void pad(StringBuilder table, String word, int width) {
        int wide = (int) word.chars().filter(letter -> letter >= 0x2E80).count();
        table.append(word).append(" ".repeat(Math.max(1, width - word.length() - wide)));
    }
}
