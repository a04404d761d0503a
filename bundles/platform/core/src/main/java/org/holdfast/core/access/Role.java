package org.holdfast.core.access;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The roles of the product. What each may do stands in the table of roles, not here. */
public enum Role {
    /** HR of the whole group. */
    GROUP_HR("groupHr"),
    /** HR of one or more subsidiaries. */
    SUBSIDIARY_HR("subsidiaryHr"),
    /** Superior of people: sees bands and talk prompts of the own reports. */
    LINE_MANAGER("lineManager"),
    /** Anybody who works here, for the own data. */
    EMPLOYEE("employee"),
    /** Finance or IT, for the own tasks of an offboarding. */
    TASK_HANDLER("taskHandler"),
    /** Trains and activates models; sees no names. */
    MODEL_OPERATOR("modelOperator"),
    /** Audits models for fairness; sees no names. */
    FAIRNESS_AUDITOR("fairnessAuditor"),
    /** Data-protection officer. */
    DPO("dpo"),
    /** Reads the audit log. */
    AUDITOR("auditor"),
    /** Runs the server; sees no personal data. */
    SYSTEM_ADMIN("systemAdmin"),
    /** Runs accounts and tokens; sees no personal data. */
    SECURITY_ADMIN("securityAdmin"),
    /** Compares subsidiaries by aggregates. */
    HQ_ANALYST("hqAnalyst"),
    /** A machine that delivers data; for tokens only. */
    INTEGRATION("integration"),
    /** The command line on the server's own machine; cannot be given to anybody. */
    LOCAL("local");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /**
     * Returns the role's name in the API and in the table of roles.
     *
     * @return the code, such as {@code groupHr}
     */
    public String code() {
        return code;
    }

    /**
     * Finds a role by its code.
     *
     * @param code the code
     * @return the role, or empty where there is none
     */
    public static Optional<Role> of(String code) {
        return Arrays.stream(values()).filter(role -> role.code.equals(code)).findFirst();
    }

    /**
     * Returns the roles an account may have.
     *
     * @return the twelve roles of people
     */
    public static Set<Role> ofAccounts() {
        return EnumSet.complementOf(EnumSet.of(INTEGRATION, LOCAL));
    }

    /**
     * Returns the roles a token may have: none that hangs on being a certain person.
     *
     * @return the roles
     */
    public static Set<Role> ofTokens() {
        return EnumSet.complementOf(EnumSet.of(LOCAL, LINE_MANAGER, EMPLOYEE, TASK_HANDLER));
    }
}
