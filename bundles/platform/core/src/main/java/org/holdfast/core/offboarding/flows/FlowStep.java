package org.holdfast.core.offboarding.flows;

import java.util.Arrays;
import java.util.Optional;

/** What a task of a flow may be. The list is closed: a flow orders these steps, it invents none. */
public enum FlowStep {
    /** The leaver's superior or department approves. */
    DEPARTMENT_APPROVAL,
    /** Work and knowledge are handed to a successor. */
    HANDOVER,
    /** Accounts are disabled and read again. */
    ACCOUNTS,
    /** What belongs to the firm is given back. */
    ASSETS,
    /** Wages, leave and compensation are settled. */
    SETTLEMENT,
    /** The leaver is asked why. */
    EXIT_INTERVIEW,
    /** The leaving certificate is issued. */
    CERTIFICATE,
    /** Personnel file and social insurance are transferred. */
    FILE_TRANSFER,
    /** Whether a non-compete clause is kept, and notice of it. */
    NON_COMPETE,
    /** HR approves. */
    HR_APPROVAL,
    /** Something else a person does; never mandatory. */
    GENERAL;

    /**
     * Returns how files, the API and message keys write it.
     *
     * @return for example {@code fileTransfer}
     */
    public String code() {
        return FlowWord.code(this);
    }

    /**
     * Finds a step by its code.
     *
     * @param code as {@link #code} returns it
     * @return the step, empty where there is none
     */
    public static Optional<FlowStep> ofCode(String code) {
        return Arrays.stream(values()).filter(step -> step.code().equals(code)).findFirst();
    }
}
