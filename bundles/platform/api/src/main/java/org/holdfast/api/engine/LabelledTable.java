package org.holdfast.api.engine;

import java.util.List;

/**
 * A customer's own table with a label, before any preparation.
 *
 * @param columns what the model may read
 * @param labels one per row: 1 for a leaver, 0 for a stayer; shared, not copied
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a large table; nobody compares two of these
public record LabelledTable(List<Column> columns, double[] labels) {

    /** Checks that all columns have as many rows as there are labels. */
    public LabelledTable {
        columns = List.copyOf(columns);
        for (Column column : columns) {
            if (column.rows() != labels.length) {
                throw new IllegalArgumentException(
                        "Column " + column.name() + " has " + column.rows() + " rows, not " + labels.length);
            }
        }
    }

    /** A column of the table. */
    public sealed interface Column {

        /**
         * Returns the column's name.
         *
         * @return the header's word
         */
        String name();

        /**
         * Returns how many rows it has.
         *
         * @return zero or more
         */
        int rows();
    }

    /**
     * Numbers.
     *
     * @param name the header's word
     * @param values one per row, NaN where missing; shared, not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // see LabelledTable
    public record NumericColumn(String name, double[] values) implements Column {
        @Override
        public int rows() {
            return values.length;
        }
    }

    /**
     * Words from a small set.
     *
     * @param name the header's word
     * @param values one per row, empty where missing
     */
    public record CategoricalColumn(String name, List<String> values) implements Column {

        /** Copies the values. */
        public CategoricalColumn {
            values = List.copyOf(values);
        }

        @Override
        public int rows() {
            return values.size();
        }
    }
}
