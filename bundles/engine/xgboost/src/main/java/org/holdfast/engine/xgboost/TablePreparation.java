package org.holdfast.engine.xgboost;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.engine.FeatureColumn;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.engine.LabelledMatrix;
import org.holdfast.api.engine.LabelledTable;
import org.holdfast.api.engine.LabelledTable.CategoricalColumn;
import org.holdfast.api.engine.LabelledTable.Column;
import org.holdfast.api.engine.LabelledTable.NumericColumn;
import org.holdfast.api.industry.Direction;

/**
 * How a table becomes features, learnt from training rows alone: numbers stay, each frequent word becomes a column of
 * 0 and 1, rare and unseen words are all zero, and what is the same in all training rows is dropped.
 */
final class TablePreparation {
    /** A word in fewer training rows than this is rare. */
    private static final int LEAST_ROWS = 5;

    private static final int MOST_WORDS = 60;

    private final LabelledTable table;
    private final Map<String, IntToDoubleFunction> features = new LinkedHashMap<>();

    private TablePreparation(LabelledTable table) {
        this.table = table;
    }

    /**
     * Learns the preparation.
     *
     * @param table all rows
     * @param rows the training rows, the only ones looked at
     * @return the preparation
     * @throws HoldfastException where no column is left
     */
    static TablePreparation learnt(LabelledTable table, int... rows) {
        TablePreparation preparation = new TablePreparation(table);
        for (Column column : table.columns()) {
            if (column instanceof NumericColumn numeric) {
                preparation.learn(numeric, rows);
            } else if (column instanceof CategoricalColumn categorical) {
                preparation.learn(categorical, rows);
            }
        }
        if (preparation.features.isEmpty()) {
            throw new HoldfastException(
                    EngineError.NO_USABLE_COLUMN,
                    "All columns are constant in the training rows; add columns or leave fewer out");
        }
        return preparation;
    }

    private void learn(NumericColumn column, int... rows) {
        double[] values = column.values();
        for (int row : rows) {
            if (Double.compare(values[row], values[rows[0]]) != 0) {
                features.put(column.name(), at -> values[at]);
                return;
            }
        }
    }

    private void learn(CategoricalColumn column, int... rows) {
        Map<String, Integer> counts = new TreeMap<>();
        for (int row : rows) {
            counts.merge(column.values().get(row), 1, Integer::sum);
        }
        List<String> words = new ArrayList<>(counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST_ROWS && entry.getValue() < rows.length)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(MOST_WORDS)
                .map(Map.Entry::getKey)
                .toList());
        if (words.size() == 2 && counts.size() == 2) {
            // The second says nothing that the first has not said.
            words.remove(1);
        }
        for (String word : words) {
            List<String> values = column.values();
            features.put(column.name() + "=" + word, at -> values.get(at).equals(word) ? 1 : 0);
        }
    }

    /** Returns rows as features with their labels. */
    LabelledMatrix matrix(int... rows) {
        List<FeatureColumn> columns = features.keySet().stream()
                .map(name -> new FeatureColumn(name, Direction.FREE))
                .toList();
        List<IntToDoubleFunction> readers = List.copyOf(features.values());
        double[] values = new double[rows.length * readers.size()];
        double[] labels = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = table.labels()[rows[i]];
            for (int column = 0; column < readers.size(); column++) {
                values[i * readers.size() + column] = readers.get(column).applyAsDouble(rows[i]);
            }
        }
        return new LabelledMatrix(new FeatureMatrix(columns, values), labels);
    }
}
