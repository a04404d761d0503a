package org.holdfast.core.risk.effect;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.holdfast.api.engine.FeatureColumn;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.engine.LabelledMatrix;

/**
 * People as they were on the eve of an action, and people on whom nothing was done, each with what became of them.
 *
 * @param columns the features
 * @param values {@code rows × columns} values, row by row, NaN where missing; shared, not copied
 * @param labels 1 for a voluntary exit within the horizon, else 0; shared, not copied
 * @param people whose row it is
 * @param kinds code of what was done; empty where nothing was
 */
@SuppressWarnings("ArrayRecordComponent") // rows of a large matrix; nobody compares two of these
record StudyRows(List<FeatureColumn> columns, double[] values, double[] labels, List<UUID> people, List<String> kinds) {

    int size() {
        return labels.length;
    }

    boolean acted(int row) {
        return !kinds.get(row).isEmpty();
    }

    /** The share that left of those on whom nothing was done. */
    double quietRate() {
        return IntStream.range(0, size())
                .filter(row -> !acted(row))
                .mapToDouble(row -> labels[row])
                .average()
                .orElse(Double.NaN);
    }

    double[] features(int row) {
        return Arrays.copyOfRange(values, row * columns.size(), (row + 1) * columns.size());
    }

    FeatureMatrix matrix(int... rows) {
        int width = columns.size();
        double[] chosen = new double[rows.length * width];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(values, rows[i] * width, chosen, i * width, width);
        }
        return new FeatureMatrix(columns, chosen);
    }

    LabelledMatrix labelled(double[] outcome, int... rows) {
        return new LabelledMatrix(
                matrix(rows),
                Arrays.stream(rows).mapToDouble(row -> outcome[row]).toArray());
    }
}
