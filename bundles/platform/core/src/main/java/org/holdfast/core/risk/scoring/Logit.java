package org.holdfast.core.risk.scoring;

/** From log-odds to what people see. */
public final class Logit {

    private Logit() {}

    /**
     * Returns the probability of log-odds.
     *
     * @param margin log-odds
     * @return 0 to 1
     */
    public static double probability(double margin) {
        return 1 / (1 + Math.exp(-margin));
    }

    /**
     * Returns the score of log-odds.
     *
     * @param margin log-odds
     * @return ten times the probability, rounded to one decimal
     */
    public static double score(double margin) {
        return Math.round(100 * probability(margin)) / 10.0;
    }
}
