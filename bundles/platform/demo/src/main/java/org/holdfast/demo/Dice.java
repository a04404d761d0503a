package org.holdfast.demo;

import java.util.List;

/**
 * Seeded random numbers (SplitMix64, Steele, Lea and Flood 2014), written out here so that no change of the JDK's
 * generators changes a demo group.
 */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    Dice(long seed) {
        this.state = seed;
    }

    /** Dice of their own for one part of the group, so that parts do not disturb each other. */
    static Dice of(long seed, long part, long piece) {
        return new Dice(mix(mix(mix(seed + GOLDEN) + part * GOLDEN) + piece));
    }

    /** A number in [0, 1). */
    double unit() {
        state += GOLDEN;
        return (mix(state) >>> 11) * 0x1.0p-53;
    }

    boolean chance(double probability) {
        return unit() < probability;
    }

    /** A number from 0 to {@code bound} - 1. */
    int below(int bound) {
        return (int) (unit() * bound);
    }

    /** A number from {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    /** A number around {@code mean}, normally distributed: the sum of twelve uniform ones, exact on every machine. */
    double normal(double mean, double deviation) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += unit();
        }
        return mean + deviation * sum;
    }

    /** A count with the given mean, at most 12. */
    int count(double mean) {
        double left = unit();
        double term = StrictMath.exp(-mean);
        int count = 0;
        while (left > term && count < 12) {
            left -= term;
            count++;
            term *= mean / count;
        }
        return count;
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    private static long mix(long seed) {
        long z = seed;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
