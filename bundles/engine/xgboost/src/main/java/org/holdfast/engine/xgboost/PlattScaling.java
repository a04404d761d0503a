package org.holdfast.engine.xgboost;

/**
 * An affine map of log-odds, so that contributions stay additive: Platt 1999, "Probabilistic outputs for support vector
 * machines", fitted by Newton's method as in Lin, Lin and Weng 2007.
 *
 * @param slope factor of the log-odds, above 0
 * @param intercept added to the log-odds
 * @param fitted whether it was fitted; false for the identity
 */
record PlattScaling(double slope, double intercept, boolean fitted) {
    /** Used where there is too little to fit on. */
    static final PlattScaling IDENTITY = new PlattScaling(1, 0, false);

    /** Fewer leavers or stayers than this make any fit worse than none. */
    static final int LEAST_PER_CLASS = 10;

    /** A model that says nothing on later rows keeps its order, at almost no spread. */
    private static final double LEAST_SLOPE = 0.05;

    private static final int ITERATIONS = 100;
    private static final double TOLERANCE = 1e-10;

    /**
     * Fits the map on rows the model has not seen.
     *
     * @param margins log-odds of the model
     * @param labels 1 or 0 per row
     * @return the identity where either class has fewer than {@value #LEAST_PER_CLASS} rows
     */
    static PlattScaling fit(double[] margins, double[] labels) {
        int positives = 0;
        for (double label : labels) {
            positives += label > 0.5 ? 1 : 0;
        }
        int negatives = labels.length - positives;
        if (positives < LEAST_PER_CLASS || negatives < LEAST_PER_CLASS) {
            return IDENTITY;
        }
        double high = (positives + 1.0) / (positives + 2.0);
        double low = 1.0 / (negatives + 2.0);
        double[] targets = new double[labels.length];
        for (int row = 0; row < targets.length; row++) {
            targets[row] = labels[row] > 0.5 ? high : low;
        }
        double start = Math.log((positives + 1.0) / (negatives + 1.0));
        PlattScaling scaling = new Newton(margins, targets, true).solve(0, start);
        return scaling.slope < LEAST_SLOPE ? new Newton(margins, targets, false).solve(LEAST_SLOPE, start) : scaling;
    }

    double apply(double margin) {
        return slope * margin + intercept;
    }

    private static final class Newton {
        private final double[] margins;
        private final double[] targets;
        private final boolean slopeIsFree;

        Newton(double[] margins, double[] targets, boolean slopeIsFree) {
            this.margins = margins;
            this.targets = targets;
            this.slopeIsFree = slopeIsFree;
        }

        PlattScaling solve(double startSlope, double startIntercept) {
            double slope = startSlope;
            double intercept = startIntercept;
            double loss = loss(slope, intercept);
            for (int iteration = 0; iteration < ITERATIONS; iteration++) {
                double[] step = step(slope, intercept);
                double size = 1;
                double next = loss(slope + step[0], intercept + step[1]);
                while (next > loss && size > TOLERANCE) {
                    size /= 2;
                    next = loss(slope + size * step[0], intercept + size * step[1]);
                }
                if (!(next < loss)) {
                    break;
                }
                slope += size * step[0];
                intercept += size * step[1];
                boolean done = loss - next < TOLERANCE * margins.length;
                loss = next;
                if (done) {
                    break;
                }
            }
            return new PlattScaling(slope, intercept, true);
        }

        private double[] step(double slope, double intercept) {
            double gradientSlope = 0;
            double gradientIntercept = 0;
            double h11 = 1e-12;
            double h22 = 1e-12;
            double h12 = 0;
            for (int row = 0; row < margins.length; row++) {
                double probability = LogOdds.probability(slope * margins[row] + intercept);
                double weight = probability * (1 - probability);
                double error = targets[row] - probability;
                gradientSlope += error * margins[row];
                gradientIntercept += error;
                h11 += weight * margins[row] * margins[row];
                h12 += weight * margins[row];
                h22 += weight;
            }
            if (!slopeIsFree) {
                return new double[] {0, gradientIntercept / h22};
            }
            double determinant = h11 * h22 - h12 * h12;
            return new double[] {
                (h22 * gradientSlope - h12 * gradientIntercept) / determinant,
                (h11 * gradientIntercept - h12 * gradientSlope) / determinant
            };
        }

        private double loss(double slope, double intercept) {
            double loss = 0;
            for (int row = 0; row < margins.length; row++) {
                loss += LogOdds.loss(slope * margins[row] + intercept, targets[row]);
            }
            return loss;
        }
    }
}
