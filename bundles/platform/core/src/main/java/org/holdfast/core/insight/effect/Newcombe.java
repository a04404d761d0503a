package org.holdfast.core.insight.effect;

/**
 * The difference of two independent shares with its 95 % interval, made of the score intervals of both (R. G. Newcombe, Statistics
 * in Medicine 17, 1998, 873-890, method 10). It is honest for few people, and never leaves -1 to 1.
 *
 * @param value the first share less the second
 * @param low lower end
 * @param high upper end
 */
record Newcombe(double value, double low, double high) {

    /**
     * Returns the difference of two shares.
     *
     * @param hits how many of the first
     * @param all of how many, at least 1
     * @param otherHits how many of the second
     * @param others of how many, at least 1
     */
    static Newcombe of(int hits, int all, int otherHits, int others) {
        double share = (double) hits / all;
        double other = (double) otherHits / others;
        Wilson own = Wilson.of(hits, all);
        Wilson theirs = Wilson.of(otherHits, others);
        double value = share - other;
        return new Newcombe(
                value,
                value - Math.hypot(share - own.low(), theirs.high() - other),
                value + Math.hypot(own.high() - share, other - theirs.low()));
    }
}
