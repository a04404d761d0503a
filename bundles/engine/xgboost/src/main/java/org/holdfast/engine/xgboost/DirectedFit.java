package org.holdfast.engine.xgboost;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.holdfast.api.engine.LabelledMatrix;
import org.holdfast.api.industry.Direction;

/**
 * Penalised maximum likelihood by Newton's method. A weight against its column's direction is set to 0 and the rest is
 * fitted again, so that the model keeps every direction it is given.
 */
final class DirectedFit {
    private static final int ITERATIONS = 50;
    private static final double TOLERANCE = 1e-9;

    private final Standardization standardization;
    private final int rows;
    private final int width;
    private final double[] design;
    private final double[] labels;

    DirectedFit(Standardization standardization, LabelledMatrix data) {
        this.standardization = standardization;
        this.rows = data.labels().length;
        this.width = standardization.weights();
        this.design = standardization.design(data.features());
        this.labels = data.labels();
    }

    /** Returns weights that say the base rate for everyone. */
    double[] start() {
        double positives = Arrays.stream(labels).filter(label -> label > 0.5).count();
        double[] weights = new double[width];
        weights[0] = Math.log((positives + 0.5) / (rows - positives + 0.5));
        return weights;
    }

    /**
     * Fits the weights.
     *
     * @param penalty half of it times the sum of squared weights is added to the loss; the intercept goes free
     * @param start where to start
     * @return the weights, the intercept first
     */
    double[] solve(double penalty, double[] start) {
        int[] active = IntStream.range(0, width).toArray();
        double[] weights = start.clone();
        while (true) {
            weights = newton(penalty, weights, active);
            double[] fitted = weights;
            int[] kept = Arrays.stream(active)
                    .filter(weight -> keepsDirection(weight, fitted[weight]))
                    .toArray();
            if (kept.length == active.length) {
                return weights;
            }
            active = kept;
            double[] reduced = new double[width];
            for (int weight : active) {
                reduced[weight] = weights[weight];
            }
            weights = reduced;
        }
    }

    private boolean keepsDirection(int weight, double value) {
        Direction direction = standardization.direction(weight);
        return switch (direction) {
            case RAISES_RISK -> value >= 0;
            case LOWERS_RISK -> value <= 0;
            case FREE -> true;
        };
    }

    private double[] newton(double penalty, double[] start, int... active) {
        double[] weights = start;
        double loss = loss(penalty, weights);
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] step = step(penalty, weights, active);
            double size = 1;
            double[] next = moved(weights, step, size);
            double nextLoss = loss(penalty, next);
            while (nextLoss > loss && size > TOLERANCE) {
                size /= 2;
                next = moved(weights, step, size);
                nextLoss = loss(penalty, next);
            }
            if (!(nextLoss < loss)) {
                break;
            }
            boolean done = loss - nextLoss < TOLERANCE * rows;
            weights = next;
            loss = nextLoss;
            if (done) {
                break;
            }
        }
        return weights;
    }

    private static double[] moved(double[] weights, double[] step, double size) {
        double[] moved = weights.clone();
        for (int weight = 0; weight < moved.length; weight++) {
            moved[weight] += size * step[weight];
        }
        return moved;
    }

    private double[] step(double penalty, double[] weights, int... active) {
        int size = active.length;
        double[] gradient = new double[size];
        double[][] hessian = new double[size][size];
        double[] values = new double[size];
        for (int row = 0; row < rows; row++) {
            double probability = LogOdds.probability(margin(row, weights));
            double error = labels[row] - probability;
            double weight = probability * (1 - probability);
            for (int i = 0; i < size; i++) {
                values[i] = design[row * width + active[i]];
                gradient[i] += error * values[i];
                double scaled = weight * values[i];
                double[] line = hessian[i];
                for (int j = 0; j <= i; j++) {
                    line[j] += scaled * values[j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            double strength = active[i] == 0 ? 1e-9 : penalty;
            gradient[i] -= (active[i] == 0 ? 0 : penalty) * weights[active[i]];
            hessian[i][i] += strength;
            for (int j = 0; j < i; j++) {
                hessian[j][i] = hessian[i][j];
            }
        }
        double[] solved = new CholeskyDecomposition(new Array2DRowRealMatrix(hessian, false), 1e-9, 0)
                .getSolver()
                .solve(new ArrayRealVector(gradient, false))
                .toArray();
        double[] step = new double[width];
        for (int i = 0; i < size; i++) {
            step[active[i]] = solved[i];
        }
        return step;
    }

    private double margin(int row, double... weights) {
        double margin = 0;
        for (int weight = 0; weight < width; weight++) {
            margin += design[row * width + weight] * weights[weight];
        }
        return margin;
    }

    private double loss(double penalty, double... weights) {
        double loss = 0;
        for (int row = 0; row < rows; row++) {
            loss += LogOdds.loss(margin(row, weights), labels[row]);
        }
        for (int weight = 1; weight < width; weight++) {
            loss += penalty / 2 * weights[weight] * weights[weight];
        }
        return loss;
    }
}
