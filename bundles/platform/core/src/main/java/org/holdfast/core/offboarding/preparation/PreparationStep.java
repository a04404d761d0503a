package org.holdfast.core.offboarding.preparation;

import java.util.Arrays;
import java.util.Optional;

/** What can be prepared. Each step can be taken back, and none of them touches access, pay or the employment. */
enum PreparationStep {
    /** What is to be handed over is listed. */
    HANDOVER_LIST("handoverList"),
    /** Somebody is named to take each of it. */
    RECIPIENTS("recipients"),
    /** Accounts are listed; none is changed. */
    ACCOUNTS_LISTED("accountsListed"),
    /** What the person holds of the firm's is listed. */
    ASSETS_LISTED("assetsListed"),
    /** Open claims and advances are listed; nothing is settled. */
    CLAIMS_LISTED("claimsListed");

    private final String code;

    PreparationStep(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static Optional<PreparationStep> ofCode(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
