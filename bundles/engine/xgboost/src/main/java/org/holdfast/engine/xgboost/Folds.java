package org.holdfast.engine.xgboost;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.engine.LabelledMatrix;

/** Parts of a table that are held out in turn. */
final class Folds {
    private final int[] foldOfRow;

    /**
     * Deals rows to folds with the same share of leavers in each.
     *
     * @param labels 1 or 0 per row
     * @param count how many folds, at least 2
     * @param seed the same seed deals the same way
     */
    Folds(double[] labels, int count, long seed) {
        this.foldOfRow = new int[labels.length];
        Random random = new Random(seed);
        int next = 0;
        for (boolean leavers : new boolean[] {true, false}) {
            List<Integer> rows = new ArrayList<>();
            for (int row = 0; row < labels.length; row++) {
                if (labels[row] > 0.5 == leavers) {
                    rows.add(row);
                }
            }
            Collections.shuffle(rows, random);
            for (int row : rows) {
                foldOfRow[row] = next++ % count;
            }
        }
    }

    private Folds(int... foldOfRow) {
        this.foldOfRow = foldOfRow;
    }

    /** Returns blocks of rows in order, the last rows first: fold 0 is what came last. */
    static Folds inOrder(int rows, int count) {
        return new Folds(IntStream.range(0, rows)
                .map(row -> (int) ((long) (rows - 1 - row) * count / rows))
                .toArray());
    }

    /** Returns the rows of a fold, in order. */
    int[] rowsIn(int fold) {
        return IntStream.range(0, foldOfRow.length)
                .filter(row -> foldOfRow[row] == fold)
                .toArray();
    }

    /** Returns the rows of all other folds, in order. */
    int[] rowsOutside(int fold) {
        return IntStream.range(0, foldOfRow.length)
                .filter(row -> foldOfRow[row] != fold)
                .toArray();
    }

    /** Returns some rows of a matrix, in the order asked for. */
    static LabelledMatrix select(LabelledMatrix data, int... rows) {
        int columns = data.features().columns().size();
        double[] values = new double[rows.length * columns];
        double[] labels = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(data.features().values(), rows[i] * columns, values, i * columns, columns);
            labels[i] = data.labels()[rows[i]];
        }
        return new LabelledMatrix(new FeatureMatrix(data.features().columns(), values), labels);
    }
}
