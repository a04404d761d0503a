package org.holdfast.api.labour;

import java.util.Arrays;
import java.util.Optional;

/**
 * How an employment ends: the least set of kinds that labour law tells apart by notice, payment or ground. Whether somebody is in
 * probation is no kind of its own: it follows from the days.
 *
 * @since 1.1.0
 */
public enum ExitKind {
    /** The employee gives notice. */
    RESIGNATION("resignation"),
    /** The employee ends it because of what the employer did, such as wages that were not paid. */
    EMPLOYEE_FOR_CAUSE("employeeForCause"),
    /** Both agree, and the employer proposed it. */
    AGREEMENT_BY_EMPLOYER("agreementByEmployer"),
    /** Both agree, and the employee proposed it. */
    AGREEMENT_BY_EMPLOYEE("agreementByEmployee"),
    /** The contract's time is over, and the employer offered no renewal, or one at worse terms. */
    CONTRACT_END("contractEnd"),
    /** The contract's time is over, and the employee declined a renewal at the same or better terms. */
    CONTRACT_END_RENEWAL_DECLINED("contractEndRenewalDeclined"),
    /** The employee retires. */
    RETIREMENT("retirement"),
    /** The employer gives notice for a reason that lies neither in the employee's fault nor in a redundancy. */
    EMPLOYER_WITH_NOTICE("employerWithNotice"),
    /** The employer ends it because of what the employee did. */
    EMPLOYER_FOR_CAUSE("employerForCause"),
    /** The employer cuts posts. */
    REDUNDANCY("redundancy"),
    /** The employer is insolvent, closes or is dissolved. */
    EMPLOYER_CLOSED("employerClosed"),
    /** The employee stays away without a word, and the employer ends it for that. */
    ABANDONMENT("abandonment"),
    /** The employee has died. */
    DEATH("death");

    private final String code;

    ExitKind(String code) {
        this.code = code;
    }

    /**
     * Returns the word used in files and the API.
     *
     * @return the code, in camel case; its name is the text of the key {@code exitKind.resignation}
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
    public static Optional<ExitKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }
}
