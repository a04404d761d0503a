package org.holdfast.core.risk.effect;

import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.holdfast.core.risk.scoring.Logit;

/**
 * Logistic regression of an outcome on top of log-odds that are given (an offset), with a ridge penalty on all weights but the
 * first (le Cessie and van Houwelingen 1992, Applied Statistics 41), by Newton's method. The penalty is the one with the lowest
 * log loss in five folds.
 */
final class OffsetRidge {
    private static final double[] PENALTIES = {1000, 300, 100, 30, 10, 3};
    private static final int FOLDS = 5;
    private static final int ITERATIONS = 30;
    private static final double TOLERANCE = 1e-8;

    private final double[][] design;
    private final double[] offsets;
    private final double[] labels;

    /**
     * Takes what to fit on.
     *
     * @param design one row for each person, the first column 1 for everybody
     * @param offsets log-odds that are given
     * @param labels 0 or 1
     */
    OffsetRidge(double[][] design, double[] offsets, double[] labels) {
        this.design = design;
        this.offsets = offsets;
        this.labels = labels;
    }

    /** Fits the weights; folds are of every fifth row, so rows are to come in no telling order. */
    double[] fit() {
        double best = Double.MAX_VALUE;
        double chosen = PENALTIES[0];
        for (double penalty : PENALTIES) {
            double loss = 0;
            for (int fold = 0; fold < FOLDS; fold++) {
                loss += loss(fold, newton(penalty, fold));
            }
            if (loss < best) {
                best = loss;
                chosen = penalty;
            }
        }
        return newton(chosen, FOLDS);
    }

    private double[] newton(double penalty, int leftOut) {
        double[] weights = new double[design[0].length];
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] step = step(penalty, leftOut, weights);
            double longest = 0;
            for (int i = 0; i < weights.length; i++) {
                // Far from the answer Newton's step can go astray; nobody's log-odds move by more than 1 at once.
                double moved = Math.max(-1, Math.min(1, step[i]));
                weights[i] += moved;
                longest = Math.max(longest, Math.abs(moved));
            }
            if (longest < TOLERANCE) {
                break;
            }
        }
        return weights;
    }

    private double[] step(double penalty, int leftOut, double... weights) {
        int width = weights.length;
        double[] gradient = new double[width];
        double[][] hessian = new double[width][width];
        for (int row = 0; row < design.length; row++) {
            if (row % FOLDS != leftOut) {
                add(row, Logit.probability(margin(row, weights)), gradient, hessian);
            }
        }
        for (int i = 0; i < width; i++) {
            double strength = i == 0 ? 1e-6 : penalty;
            gradient[i] -= strength * weights[i];
            hessian[i][i] += strength;
            for (int j = 0; j < i; j++) {
                hessian[j][i] = hessian[i][j];
            }
        }
        return new CholeskyDecomposition(new Array2DRowRealMatrix(hessian, false), 1e-9, 0)
                .getSolver()
                .solve(new ArrayRealVector(gradient, false))
                .toArray();
    }

    private void add(int row, double probability, double[] gradient, double[][] hessian) {
        double[] values = design[row];
        double error = labels[row] - probability;
        double weight = probability * (1 - probability);
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0) {
                gradient[i] += error * values[i];
                for (int j = 0; j <= i; j++) {
                    hessian[i][j] += weight * values[i] * values[j];
                }
            }
        }
    }

    private double margin(int row, double... weights) {
        return offsets[row] + product(design[row], weights);
    }

    private double loss(int fold, double... weights) {
        double loss = 0;
        for (int row = fold; row < design.length; row += FOLDS) {
            double margin = margin(row, weights);
            double signed = labels[row] > .5 ? -margin : margin;
            loss += Math.log1p(Math.exp(-Math.abs(signed))) + Math.max(0, signed);
        }
        return loss;
    }

    /** Adds up a row with its weights. */
    static double product(double[] row, double... weights) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += row[i] * weights[i];
        }
        return sum;
    }
}
