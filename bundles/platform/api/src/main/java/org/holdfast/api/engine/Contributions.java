package org.holdfast.api.engine;

/**
 * Shapley contributions of every feature in every row, in log-odds of the calibrated probability.
 *
 * <p>The baseline and the contributions of a row add up to its margin. XGBoost's trees give path-dependent Shapley
 * values (weighted by training cover): Lundberg et al. 2020, "From local explanations to global understanding with
 * explainable AI for trees", Nature Machine Intelligence 2.
 */
public final class Contributions {
    private final double baseline;
    private final int columns;
    private final double[] values;

    /**
     * Wraps values without copying them.
     *
     * @param baseline log-odds before anything is known about the person: the mean over the training people
     * @param columns number of columns
     * @param values {@code rows × columns} log-odds, row by row
     */
    public Contributions(double baseline, int columns, double[] values) {
        if (columns < 1 || values.length % columns != 0) {
            throw new IllegalArgumentException(values.length + " values do not fill rows of " + columns + " columns");
        }
        this.baseline = baseline;
        this.columns = columns;
        this.values = values;
    }

    /**
     * Returns the log-odds before anything is known about the person.
     *
     * @return the baseline
     */
    public double baseline() {
        return baseline;
    }

    /**
     * Returns the contribution of one feature in one row.
     *
     * @param row from 0
     * @param column from 0
     * @return log-odds
     */
    public double value(int row, int column) {
        return values[row * columns + column];
    }

    /**
     * Returns how many rows there are.
     *
     * @return zero or more
     */
    public int rows() {
        return values.length / columns;
    }
}
