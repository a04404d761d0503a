package org.holdfast.core.offboarding.preparation;

/**
 * What nobody can take back, and what therefore waits for a lawful event. Told to whoever prepares, so that nobody finds out by being
 * refused.
 */
enum FinalStep {
    /** Accounts are disabled. */
    END_ACCOUNTS("endAccounts"),
    /** A settlement is agreed on. */
    SETTLE("settle"),
    /** A leaving certificate is issued. */
    CERTIFY("certify"),
    /** Personnel file and social insurance are transferred. */
    TRANSFER_FILE("transferFile"),
    /** The employment has a last day. */
    END_EMPLOYMENT("endEmployment");

    private final String code;

    FinalStep(String code) {
        this.code = code;
    }

    String code() {
        return code;
    }
}
