package org.holdfast.core.risk.effect;

import java.time.LocalDate;

/**
 * How effects are measured.
 *
 * @param horizonDays within how many days after the action an exit counts
 * @param lastKnownDay the last day of which outcomes are known
 * @param seed seed of every choice by lot
 * @param threads how many threads the engine may use; the result does not depend on it
 */
public record StudyRules(int horizonDays, LocalDate lastKnownDay, long seed, int threads) {

    /** Fewest people with an action of a kind before anything is said about it. */
    public static final int FEWEST_ACTIONS = 50;

    /** Fewest exits, and fewest exits expected without the action, before anything is said about it. */
    public static final int FEWEST_EXITS = 5;

    /** Fewest people with an action of a kind before it is told for whom it works. */
    static final int FEWEST_FOR_RANKING = 200;

    /** An action within so many days after another one is not looked at, nor is a comparison: the first still works. */
    static final int APART_DAYS = 240;

    /** Checks the figures. */
    public StudyRules {
        if (horizonDays < 1 || threads < 1) {
            throw new IllegalArgumentException("Horizon and threads are at least 1");
        }
    }
}
