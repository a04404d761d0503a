package org.holdfast.core.risk.effect;

import java.util.Optional;

/**
 * Where a line that was level begins to rise: least squares over all turning points on a grid (segmented regression; Hudson 1966,
 * JASA 61; Feder 1975, Annals of Statistics 3).
 *
 * @param at where it turns
 * @param level what it was before
 * @param slope how much it rises for each unit afterwards, more than 0
 */
record TurningPoint(double at, double level, double slope) {
    private static final double STEP = .25;

    /**
     * Finds the turning point that fits best.
     *
     * @param x where the values lie, rising
     * @param y the values
     * @param weights their weights; what has none is left out
     * @param last the last turning point that is tried
     * @return the turning point, or empty where nothing rises
     */
    static Optional<TurningPoint> of(double[] x, double[] y, double[] weights, double last) {
        TurningPoint best = null;
        double least = Double.POSITIVE_INFINITY;
        for (double at = 0; at <= last; at += STEP) {
            TurningPoint tried = fit(x, y, weights, at);
            double error = tried.error(x, y, weights);
            if (tried.slope > 0 && error < least) {
                least = error;
                best = tried;
            }
        }
        return Optional.ofNullable(best);
    }

    private static TurningPoint fit(double[] x, double[] y, double[] weights, double at) {
        double total = 0;
        double meanRise = 0;
        double meanY = 0;
        for (int i = 0; i < x.length; i++) {
            total += weights[i];
            meanRise += weights[i] * Math.max(0, x[i] - at);
            meanY += weights[i] * y[i];
        }
        meanRise /= total;
        meanY /= total;
        double both = 0;
        double own = 0;
        for (int i = 0; i < x.length; i++) {
            double rise = Math.max(0, x[i] - at) - meanRise;
            both += weights[i] * rise * (y[i] - meanY);
            own += weights[i] * rise * rise;
        }
        double slope = own > 0 ? both / own : 0;
        return new TurningPoint(at, meanY - slope * meanRise, slope);
    }

    private double error(double[] x, double[] y, double... weights) {
        double error = 0;
        for (int i = 0; i < x.length; i++) {
            double off = y[i] - level - slope * Math.max(0, x[i] - at);
            error += weights[i] * off * off;
        }
        return error;
    }
}
