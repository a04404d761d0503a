package org.holdfast.engine.xgboost;

import org.holdfast.api.engine.LabelledMatrix;

/**
 * Logistic regression with a ridge penalty on standardised columns (le Cessie and van Houwelingen 1992).
 *
 * <p>The strength of the penalty is the one with the lowest log loss in folds of the rows to fit on.
 */
final class RidgeLearner implements Learner {
    /** From strong to weak, so that each fit starts near the one before. */
    private static final double[] PENALTIES = {1000, 300, 100, 30, 10, 3, 1, 0.3};

    private static final int FOLDS = 5;

    /** Above this one held-out fold is as telling as five. */
    private static final int MANY_ROWS = 10_000;

    @Override
    public Learner tuned(LabelledMatrix data, long seed) {
        double penalty = choose(data, seed);
        return (rows, otherSeed, threads) -> fit(rows, penalty);
    }

    @Override
    public RawModel fit(LabelledMatrix data, long seed, int threads) {
        return fit(data, choose(data, seed));
    }

    private static RawModel fit(LabelledMatrix data, double penalty) {
        Standardization standardization = Standardization.of(data.features());
        DirectedFit fit = new DirectedFit(standardization, data);
        return standardization.model(fit.solve(penalty, fit.start()));
    }

    private static double choose(LabelledMatrix data, long seed) {
        Folds folds = new Folds(data.labels(), FOLDS, seed);
        double[] losses = new double[PENALTIES.length];
        int used = data.labels().length > MANY_ROWS ? 1 : FOLDS;
        for (int fold = 0; fold < used; fold++) {
            LabelledMatrix inner = Folds.select(data, folds.rowsOutside(fold));
            LabelledMatrix held = Folds.select(data, folds.rowsIn(fold));
            Standardization standardization = Standardization.of(inner.features());
            DirectedFit fit = new DirectedFit(standardization, inner);
            double[] weights = fit.start();
            for (int i = 0; i < PENALTIES.length; i++) {
                weights = fit.solve(PENALTIES[i], weights);
                losses[i] += loss(standardization.model(weights), held);
            }
        }
        int best = 0;
        for (int i = 1; i < losses.length; i++) {
            best = losses[i] < losses[best] ? i : best;
        }
        return PENALTIES[best];
    }

    private static double loss(LinearModel model, LabelledMatrix held) {
        double[] margins = model.margins(held.features());
        double loss = 0;
        for (int row = 0; row < margins.length; row++) {
            loss += LogOdds.loss(margins[row], held.labels()[row]);
        }
        return loss;
    }
}
