package org.holdfast.core.platform.statistics;

/**
 * A figure with its 95 % interval. Differences are taken by the method of variance estimates recovery (Zou and Donner,
 * Statistics in Medicine 27, 2008), of which Newcombe's interval for the difference of two shares (Statistics in Medicine 17, 1998,
 * method 10) is the first step; so a difference of differences is honest for few people, too.
 *
 * @param value the figure
 * @param low lower end
 * @param high upper end
 */
public record Estimate(double value, double low, double high) {

    /**
     * Returns a share with Wilson's interval.
     *
     * @param hits how many of them
     * @param all of how many, at least 1
     * @return the share
     */
    public static Estimate share(int hits, int all) {
        Wilson interval = Wilson.of(hits, all);
        return new Estimate((double) hits / all, interval.low(), interval.high());
    }

    /**
     * Returns the difference of two figures counted from different people.
     *
     * @param other what is taken away
     * @return the difference
     */
    public Estimate minus(Estimate other) {
        double difference = value - other.value;
        return new Estimate(
                difference,
                difference - Math.hypot(value - low, other.high - other.value),
                difference + Math.hypot(high - value, other.value - other.low));
    }
}
