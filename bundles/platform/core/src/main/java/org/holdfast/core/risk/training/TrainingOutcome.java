package org.holdfast.core.risk.training;

import java.util.List;
import java.util.Optional;
import org.holdfast.api.engine.Algorithm;
import org.holdfast.api.engine.ModelData;

/**
 * What training came to.
 *
 * @param candidates the trained models, best log loss on the calibration block first
 * @param champion the algorithm that takes over; empty where the scorecard stays
 * @param reason why it takes over or why the scorecard stays
 * @param exits number of different people who left, in the fitted block
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
public record TrainingOutcome(List<Candidate> candidates, Optional<Algorithm> champion, Reason reason, int exits) {

    /** Copies the candidates. */
    public TrainingOutcome {
        candidates = List.copyOf(candidates);
    }

    /**
     * A trained model.
     *
     * @param data its bytes
     * @param card its card
     * @param choiceLoss log loss on the calibration block, by which the champion is chosen
     */
    public record Candidate(ModelData data, ModelCard card, double choiceLoss) {}

    /** Why a trained model takes over or the scorecard stays. */
    public enum Reason {
        /** A trained model takes over. */
        TAKES_OVER("takesOver"),
        /** The history is too short for three blocks with embargoes. */
        HISTORY_TOO_SHORT("historyTooShort"),
        /** Fewer exits than the settings ask for. */
        TOO_FEW_EXITS("tooFewExits"),
        /** No trained model does better than the scorecard. */
        NOT_BETTER("notBetter");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /**
         * Returns the word used in the API.
         *
         * @return the code, in camel case
         */
        public String code() {
            return code;
        }
    }
}
