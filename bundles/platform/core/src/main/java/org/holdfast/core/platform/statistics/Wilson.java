package org.holdfast.core.platform.statistics;

/**
 * The score interval for a share (E. B. Wilson, 1927; Newcombe, Statistics in Medicine 17, 1998, method 3), at 95 %. It stays
 * between 0 and 1 and is honest for few people, which the usual interval is not.
 *
 * @param low lower end
 * @param high upper end
 */
public record Wilson(double low, double high) {
    private static final double Z = 1.959963984540054;

    /**
     * Returns the interval.
     *
     * @param hits how many of them
     * @param all of how many, at least 1
     * @return the interval
     */
    public static Wilson of(int hits, int all) {
        double share = (double) hits / all;
        double square = Z * Z / all;
        double middle = share + square / 2;
        double half = Z * Math.sqrt(share * (1 - share) / all + square / (4 * all));
        return new Wilson(Math.max(0, (middle - half) / (1 + square)), Math.min(1, (middle + half) / (1 + square)));
    }
}
