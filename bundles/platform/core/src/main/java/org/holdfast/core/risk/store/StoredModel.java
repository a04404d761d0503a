package org.holdfast.core.risk.store;

import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.core.risk.training.ModelCard;

/**
 * A trained model as kept, without its bytes.
 *
 * @param id its id
 * @param subsidiaryId the subsidiary it was trained for
 * @param algorithm code of its algorithm
 * @param engineVersion name and version of its engine
 * @param role what it does
 * @param trainedOn the last day of which outcomes were known
 * @param card its card
 */
public record StoredModel(
        UUID id,
        UUID subsidiaryId,
        String algorithm,
        String engineVersion,
        Role role,
        LocalDate trainedOn,
        ModelCard card) {

    /** What a model does. */
    public enum Role {
        /** Gives the scores. */
        CHAMPION("champion"),
        /** Trained together with the champion, or kept where the scorecard stays. */
        CHALLENGER("challenger"),
        /** Of an earlier training; can be brought back. */
        RETIRED("retired");

        private final String code;

        Role(String code) {
            this.code = code;
        }

        /**
         * Returns the word used in the database and the API.
         *
         * @return the code
         */
        public String code() {
            return code;
        }

        static Role of(String code) {
            for (Role role : values()) {
                if (role.code.equals(code)) {
                    return role;
                }
            }
            throw new IllegalArgumentException("There is no role " + code + " of models");
        }
    }
}
