package org.holdfast.core.risk.settings;

/**
 * What losing somebody costs, as inputs that finance can edit.
 *
 * @param replacementLow lowest cost of replacing somebody, as a multiple of annual pay
 * @param replacementHigh highest cost of replacing somebody, as a multiple of annual pay
 * @param headHunterFee fee as a multiple of annual pay; already part of the replacement cost, shown apart
 * @param hiringMonths months until the post is filled
 * @param rampUpMonths months until the successor is fully productive
 * @param delayPerMonth cost of a month's project delay for a key post, in the currency of pay
 * @param passRatePoints loss of quality while the successor learns, in percentage points of the pass rate
 */
public record CostInputs(
        double replacementLow,
        double replacementHigh,
        double headHunterFee,
        double hiringMonths,
        double rampUpMonths,
        double delayPerMonth,
        double passRatePoints) {

    /** The inputs of a new subsidiary: the market's published figures. */
    public static final CostInputs STANDARD = new CostInputs(1.5, 2.0, 0.25, 3, 6, 50_000, 5);

    /** Checks that nothing is negative. */
    public CostInputs {
        if (!(replacementLow >= 0 && replacementHigh >= replacementLow && headHunterFee >= 0)) {
            throw new IllegalArgumentException("The replacement cost does not rise from low to high");
        }
        if (!(hiringMonths >= 0 && rampUpMonths >= 0 && delayPerMonth >= 0 && passRatePoints >= 0)) {
            throw new IllegalArgumentException("Months, delay and quality loss are not negative");
        }
    }

    /**
     * Returns what losing somebody would cost.
     *
     * @param annualPay gross per year
     * @param currency its currency
     * @param keyPost whether projects wait for the successor
     * @return the cost with its parts
     */
    public CostOfLoss of(double annualPay, String currency, boolean keyPost) {
        double delay = keyPost ? delayPerMonth * hiringMonths : 0;
        return new CostOfLoss(
                annualPay * replacementLow + delay,
                annualPay * replacementHigh + delay,
                currency,
                annualPay * headHunterFee,
                delay,
                this);
    }

    /**
     * The cost of losing somebody, with the inputs it was made from.
     *
     * @param low lowest amount
     * @param high highest amount
     * @param currency the currency
     * @param headHunterFee the head-hunter's fee within it
     * @param projectDelay the cost of delay within it
     * @param inputs what it was made from
     */
    public record CostOfLoss(
            double low, double high, String currency, double headHunterFee, double projectDelay, CostInputs inputs) {}
}
