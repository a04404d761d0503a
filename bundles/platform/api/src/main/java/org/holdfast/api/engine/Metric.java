package org.holdfast.api.engine;

/** What is measured about probabilities. All are between 0 and 1 but log loss, which has no upper limit. */
public enum Metric {
    /** Area under the receiver operating characteristic: chance that a leaver is ranked above a stayer. */
    ROC_AUC("rocAuc"),
    /** Average precision: area under the precision-recall steps. */
    PR_AUC("prAuc"),
    /** Mean squared error of the probabilities. */
    BRIER("brier"),
    /** Mean negative log-likelihood, natural logarithm. */
    LOG_LOSS("logLoss"),
    /** Expected calibration error in ten bins of equal count. */
    ECE("ece"),
    /** Share of right answers at a threshold of 0.5. */
    ACCURACY("accuracy"),
    /** Share of leavers among the 5 % with the highest probabilities. */
    PRECISION_AT_5("precisionAt5"),
    /** Share of leavers among the 10 % with the highest probabilities. */
    PRECISION_AT_10("precisionAt10");

    private final String code;

    Metric(String code) {
        this.code = code;
    }

    /**
     * Returns the word used in reports.
     *
     * @return the code, in camel case
     */
    public String code() {
        return code;
    }
}
