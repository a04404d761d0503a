package org.holdfast.engine.xgboost;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.holdfast.api.engine.FeatureMatrix;

/**
 * Log-odds as a sum over columns. In a linear model the Shapley value of a column is exactly its own term, measured
 * from the mean of the rows it was fitted on (Štrumbelj and Kononenko 2014).
 */
final class LinearModel implements RawModel {
    private final double intercept;
    private final Term[] terms;

    /**
     * The part of one column.
     *
     * @param coefficient log-odds per unit
     * @param mean mean of the known values of the fitted rows
     * @param whenKnown log-odds where a value is there, beside coefficient × (value − mean)
     * @param whenMissing log-odds where no value is there
     */
    record Term(double coefficient, double mean, double whenKnown, double whenMissing) {

        double of(double value) {
            return Double.isNaN(value) ? whenMissing : coefficient * (value - mean) + whenKnown;
        }
    }

    /**
     * Creates a model.
     *
     * @param intercept log-odds where all columns are at their means
     * @param terms one per column
     */
    LinearModel(double intercept, Term... terms) {
        this.intercept = intercept;
        this.terms = terms.clone();
    }

    static LinearModel read(DataInput in) throws IOException {
        double intercept = in.readDouble();
        Term[] terms = new Term[in.readInt()];
        for (int column = 0; column < terms.length; column++) {
            terms[column] = new Term(in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble());
        }
        return new LinearModel(intercept, terms);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeDouble(intercept);
        out.writeInt(terms.length);
        for (Term term : terms) {
            out.writeDouble(term.coefficient);
            out.writeDouble(term.mean);
            out.writeDouble(term.whenKnown);
            out.writeDouble(term.whenMissing);
        }
    }

    Term term(int column) {
        return terms[column];
    }

    @Override
    public double baseline() {
        return intercept;
    }

    @Override
    public double[] margins(FeatureMatrix features) {
        double[] margins = new double[features.rows()];
        for (int row = 0; row < margins.length; row++) {
            double margin = intercept;
            for (int column = 0; column < terms.length; column++) {
                margin += terms[column].of(features.value(row, column));
            }
            margins[row] = margin;
        }
        return margins;
    }

    @Override
    public double[] contributions(FeatureMatrix features) {
        double[] contributions = new double[features.rows() * terms.length];
        for (int row = 0; row < features.rows(); row++) {
            for (int column = 0; column < terms.length; column++) {
                contributions[row * terms.length + column] = terms[column].of(features.value(row, column));
            }
        }
        return contributions;
    }

    @Override
    public void close() {
        // Holds no native memory.
    }
}
