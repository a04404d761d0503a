package org.holdfast.api.engine;

import java.util.List;

/**
 * How rows are split into training and test. Each round trains on one set and tests on another.
 *
 * @param name what is printed: {@code "stratified 5-fold × 3"}, {@code "train before 2017-01-01, embargo P3M"}, …
 * @param rounds the rounds, grouped by repeat; calibration error is pooled over the rounds of a repeat
 * @param temporal whether training rows are given from the earliest to the latest; what is held out of them, to calibrate
 *     on, is then the latest and not a random part
 * @param seed seed of every algorithm
 */
public record EvaluationProtocol(String name, List<Round> rounds, boolean temporal, long seed) {

    /** Copies the rounds. */
    public EvaluationProtocol {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("An evaluation needs at least one round");
        }
    }

    /**
     * One training and one test.
     *
     * @param repeat number of the repeat it belongs to, from 0
     * @param train row numbers to train on; shared, not copied
     * @param test row numbers to test on; shared, not copied
     */
    @SuppressWarnings("ArrayRecordComponent") // row numbers of large tables; nobody compares two rounds
    public record Round(int repeat, int[] train, int[] test) {}
}
