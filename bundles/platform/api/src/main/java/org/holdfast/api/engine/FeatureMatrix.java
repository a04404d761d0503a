package org.holdfast.api.engine;

import java.util.List;

/**
 * Rows of features for a model. A missing value is NaN; zero is a value.
 *
 * <p>Values are kept as one array, row by row, because a run has millions of them; the array is shared, not copied,
 * and must not be changed by whoever reads it. Safe for reading from many threads.
 */
public final class FeatureMatrix {
    private final List<FeatureColumn> columns;
    private final int rows;
    private final double[] values;

    /**
     * Wraps values without copying them.
     *
     * @param columns the columns, in order
     * @param values {@code rows × columns} values, row by row, NaN where missing
     * @throws IllegalArgumentException where the number of values is not a multiple of the number of columns
     */
    public FeatureMatrix(List<FeatureColumn> columns, double[] values) {
        this.columns = List.copyOf(columns);
        if (columns.isEmpty() || values.length % columns.size() != 0) {
            throw new IllegalArgumentException(
                    values.length + " values do not fill rows of " + columns.size() + " columns");
        }
        this.rows = values.length / columns.size();
        this.values = values;
    }

    /**
     * Returns the columns.
     *
     * @return the columns, in order
     */
    public List<FeatureColumn> columns() {
        return columns;
    }

    /**
     * Returns how many rows there are.
     *
     * @return zero or more
     */
    public int rows() {
        return rows;
    }

    /**
     * Returns one value.
     *
     * @param row from 0
     * @param column from 0
     * @return the value, NaN where missing
     */
    public double value(int row, int column) {
        return values[row * columns.size() + column];
    }

    /**
     * Returns all values, row by row. The array is the matrix's own: read it, never write it.
     *
     * @return {@code rows × columns} values
     */
    public double[] values() {
        return values;
    }
}
