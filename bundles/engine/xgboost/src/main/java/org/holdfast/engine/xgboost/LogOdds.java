package org.holdfast.engine.xgboost;

/** Log-odds and what follows from them, without overflow. */
final class LogOdds {

    private LogOdds() {}

    /** Returns the probability of log-odds. */
    static double probability(double margin) {
        if (margin >= 0) {
            return 1 / (1 + Math.exp(-margin));
        }
        double odds = Math.exp(margin);
        return odds / (1 + odds);
    }

    /** Returns the probabilities of log-odds. */
    static double[] probabilities(double[] margins) {
        double[] probabilities = new double[margins.length];
        for (int row = 0; row < margins.length; row++) {
            probabilities[row] = probability(margins[row]);
        }
        return probabilities;
    }

    /** Returns the negative log-likelihood of a target between 0 and 1, natural logarithm. */
    static double loss(double margin, double target) {
        return Math.max(margin, 0) - target * margin + Math.log1p(Math.exp(-Math.abs(margin)));
    }
}
