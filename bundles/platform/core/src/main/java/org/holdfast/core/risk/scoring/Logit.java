package org.holdfast.core.risk.scoring;

import java.util.Arrays;

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
     * Returns the probabilities of log-odds.
     *
     * @param margins log-odds
     * @return 0 to 1 each
     */
    public static double[] probabilities(double[] margins) {
        return Arrays.stream(margins).map(Logit::probability).toArray();
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
