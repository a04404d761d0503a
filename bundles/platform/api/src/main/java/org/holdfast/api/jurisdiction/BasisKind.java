package org.holdfast.api.jurisdiction;

import java.util.Arrays;
import java.util.Optional;

/** What makes the use of personal data lawful (PIPL Art. 13, GDPR Art. 6 and 88). */
public enum BasisKind {
    /** The person agreed, and can withdraw. */
    CONSENT("consent"),
    /** Necessary for the contract with the person. */
    CONTRACT("contract"),
    /** HR rules lawfully adopted, or a collective contract (PIPL Art. 13(1)(2), GDPR Art. 88). */
    HR_RULES("hrRules"),
    /** A legal duty of the employer. */
    LEGAL_DUTY("legalDuty"),
    /** Legitimate interests that outweigh the person's (GDPR Art. 6(1)(f)). */
    LEGITIMATE_INTERESTS("legitimateInterests");

    private final String code;

    BasisKind(String code) {
        this.code = code;
    }

    /**
     * Returns the word used in files and the API.
     *
     * @return the code, in camel case
     */
    public String code() {
        return code;
    }

    /**
     * Finds a kind by its code.
     *
     * @param code the word used in files and the API
     * @return the kind, or empty where none has that code
     */
    public static Optional<BasisKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
