package org.holdfast.core.protection.rights;

import java.util.Arrays;
import java.util.Optional;
import org.holdfast.api.jurisdiction.AutomatedDecisionRules.Claim;
import org.holdfast.api.jurisdiction.ResponseTime;

/** What a person can ask for. */
public enum RequestKind {
    /** What is held and why, as a copy (PIPL Art. 45, GDPR Art. 15 and 20). */
    ACCESS("access", ResponseTime.Request.ACCESS),
    /** That something is put right (PIPL Art. 46, GDPR Art. 16). */
    RECTIFICATION("rectification", ResponseTime.Request.RECTIFICATION),
    /** That scoring ends (PIPL Art. 44, GDPR Art. 21). */
    OBJECTION("objection", ResponseTime.Request.OBJECTION),
    /** That nothing is decided by a machine alone (PIPL Art. 24(3), GDPR Art. 22(1)): ends scoring, as an objection does. */
    REFUSAL_OF_AUTOMATED_DECISION("refusalOfAutomatedDecision", ResponseTime.Request.OBJECTION),
    /** That a person looks at a score (PIPL Art. 24(3), GDPR Art. 22(3)). */
    HUMAN_REVIEW("humanReview", ResponseTime.Request.HUMAN_REVIEW),
    /** That everything is erased (PIPL Art. 47, GDPR Art. 17). */
    ERASURE("erasure", ResponseTime.Request.ERASURE);

    private final String code;
    private final ResponseTime.Request time;

    RequestKind(String code, ResponseTime.Request time) {
        this.code = code;
        this.time = time;
    }

    /**
     * Returns the word used in the API.
     *
     * @return the code, in camel case
     */
    public String code() {
        return code;
    }

    /**
     * Returns whose time to answer holds.
     *
     * @return the kind as rule books know it
     */
    ResponseTime.Request time() {
        return time;
    }

    /**
     * Returns what rule books know it as who say what people can do about being scored.
     *
     * @return the claim, empty for what is no such claim
     */
    Optional<Claim> claim() {
        return switch (this) {
            case OBJECTION -> Optional.of(Claim.OBJECTION);
            case REFUSAL_OF_AUTOMATED_DECISION -> Optional.of(Claim.REFUSAL_OF_AUTOMATED_DECISION);
            default -> Optional.empty();
        };
    }

    /**
     * Returns whether nobody is scored any more who was granted it.
     *
     * @return true for an objection and a refusal of automated decisions
     */
    public boolean endsScoring() {
        return claim().isPresent();
    }

    /**
     * Returns whether a close relative can ask for it in the name of somebody who died.
     *
     * @return true for a copy, rectification and erasure (PIPL Art. 49)
     */
    public boolean ofRelatives() {
        return this == ACCESS || this == RECTIFICATION || this == ERASURE;
    }

    /**
     * Finds a kind by its code.
     *
     * @param code the code
     * @return the kind, or empty
     */
    public static Optional<RequestKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
