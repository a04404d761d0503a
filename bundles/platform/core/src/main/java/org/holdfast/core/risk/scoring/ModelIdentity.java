package org.holdfast.core.risk.scoring;

/**
 * Which model gave a score.
 *
 * @param id id of the trained model, or {@code scorecard:<industry>:<version>}
 * @param kind what kind of model it is
 * @param algorithm code of the algorithm, {@code scorecard} for a scorecard
 * @param version version of the industry bundle's data, or of the engine
 * @param horizonDays the horizon its probability is meant for
 */
public record ModelIdentity(String id, Kind kind, String algorithm, String version, int horizonDays) {

    /** No model may be used. */
    public static final ModelIdentity NONE = new ModelIdentity("", Kind.NONE, "", "", 0);

    /**
     * Returns whether the probability was calibrated on the subsidiary's own later outcomes.
     *
     * @return true for trained models
     */
    public boolean calibrated() {
        return kind == Kind.TRAINED;
    }

    /** What kind of model it is. */
    public enum Kind {
        /** None. */
        NONE("none"),
        /** The industry's scorecard for the cold start. */
        SCORECARD("scorecard"),
        /** Trained on the subsidiary's own history. */
        TRAINED("trained");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /**
         * Returns the word used in the API.
         *
         * @return the code
         */
        public String code() {
            return code;
        }
    }
}
