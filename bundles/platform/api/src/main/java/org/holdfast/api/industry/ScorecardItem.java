package org.holdfast.api.industry;

import java.util.List;

/**
 * The points a feature gives: linear between the points of a curve, flat outside them.
 *
 * @param feature code of the feature
 * @param curve at least one point, by rising value
 */
public record ScorecardItem(String feature, List<Point> curve) {

    /** Checks that the curve has a point and that its values rise. */
    public ScorecardItem {
        curve = List.copyOf(curve);
        if (curve.isEmpty()) {
            throw new IllegalArgumentException("The curve of feature " + feature + " has no point");
        }
        for (int i = 1; i < curve.size(); i++) {
            if (!(curve.get(i - 1).value() < curve.get(i).value())) {
                throw new IllegalArgumentException("The values of the curve of feature " + feature + " do not rise");
            }
        }
    }

    /**
     * Returns the points for a value.
     *
     * @param value the feature's value; NaN means missing
     * @return log-odds; 0 where the value is missing
     */
    public double logOdds(double value) {
        if (Double.isNaN(value)) {
            return 0;
        }
        Point below = curve.get(0);
        if (value <= below.value()) {
            return below.logOdds();
        }
        for (Point above : curve.subList(1, curve.size())) {
            if (value <= above.value()) {
                double share = (value - below.value()) / (above.value() - below.value());
                return below.logOdds() + share * (above.logOdds() - below.logOdds());
            }
            below = above;
        }
        return below.logOdds();
    }

    /**
     * One point of a curve.
     *
     * @param value the feature's value, finite
     * @param logOdds the points it gives, finite
     */
    public record Point(double value, double logOdds) {

        /** Checks that both are numbers. */
        public Point {
            if (!Double.isFinite(value) || !Double.isFinite(logOdds)) {
                throw new IllegalArgumentException("A point of a scorecard needs two finite numbers");
            }
        }
    }
}
