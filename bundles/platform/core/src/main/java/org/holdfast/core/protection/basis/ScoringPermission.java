package org.holdfast.core.protection.basis;

import java.util.Optional;
import java.util.UUID;

/**
 * Says whether the people of a subsidiary may be scored at all: whether nobody has stopped it (AI Act Art. 14) and, unless it
 * is a sandbox, a signed impact assessment covers the models that would do it (PIPL Art. 55, GDPR Art. 35). Safe for use from
 * many threads.
 */
@FunctionalInterface
public interface ScoringPermission {
    /** Why nobody may be scored. */
    enum Refusal {
        /** Somebody has stopped it. */
        STOPPED("stopped"),
        /** The subsidiary follows no rule book that is installed. */
        NO_RULE_BOOK("noRuleBook"),
        /** No impact assessment has been signed, or the last one has run out. */
        NOT_ASSESSED("notAssessed"),
        /** A model would be used that the signed assessment is not about. */
        NEW_MODEL("newModel");

        private final String code;

        Refusal(String code) {
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

    /**
     * Returns why the people of a subsidiary may not be scored.
     *
     * @param subsidiaryId the subsidiary
     * @return the reason, or empty where they may
     */
    Optional<Refusal> refusal(UUID subsidiaryId);
}
