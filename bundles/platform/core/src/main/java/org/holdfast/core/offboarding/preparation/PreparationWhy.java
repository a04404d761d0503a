package org.holdfast.core.offboarding.preparation;

import java.util.Arrays;

/** Why HR prepares a handover. The list is closed, and what is chosen is told to the person it is about. */
enum PreparationWhy {
    /** One person alone knows something the firm cannot do without. */
    KNOWLEDGE_AT_RISK("knowledgeAtRisk"),
    /** Both sides talk about an agreement. */
    AGREEMENT_SOUGHT("agreementSought"),
    /** The time of the contract will be over. */
    CONTRACT_ENDING("contractEnding"),
    /** The person will retire. */
    RETIREMENT_AHEAD("retirementAhead"),
    /** The person stays away, and nobody knows why. */
    ABSENCE("absence");

    private final String code;

    PreparationWhy(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }

    static boolean known(String code) {
        return Arrays.stream(values()).anyMatch(one -> one.code.equals(code));
    }
}
