package org.holdfast.core.risk.training;

/**
 * How models are trained.
 *
 * @param horizonDays within how many days an exit counts, which is also the embargo between the blocks
 * @param minExits fewest different people who left of their own wish before a trained model replaces the scorecard
 * @param alertProbability probability from which an alert opens, for precision and recall in the card
 * @param seed seed of every algorithm
 * @param threads how many threads the engine may use; the result does not depend on it
 */
public record TrainingRules(int horizonDays, int minExits, double alertProbability, long seed, int threads) {

    /** Fewest exits in the fitted block with which anything is trained at all. */
    public static final int FEWEST_EXITS = 20;

    /** Checks the figures. */
    public TrainingRules {
        if (horizonDays < 1 || minExits < 1 || threads < 1) {
            throw new IllegalArgumentException("Horizon, exits and threads are at least 1");
        }
    }

    /**
     * Returns the same rules with another horizon.
     *
     * @param days within how many days an exit counts
     * @return the rules
     */
    public TrainingRules withHorizon(int days) {
        return new TrainingRules(days, minExits, alertProbability, seed, threads);
    }
}
