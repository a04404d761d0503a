package org.holdfast.core.offboarding.accounts;

/** How far an account is. */
public enum AccountState {
    /** It is known; nothing is planned with it. */
    KNOWN("known"),
    /** It ends at a moment that has not come; nothing was changed. */
    DISABLE_DUE("disableDue"),
    /** Its moment has come: it is being disabled, or waits to be read again. */
    DISABLING("disabling"),
    /** The last try failed; it comes again. */
    FAILED("failed"),
    /** It was read dead, some minutes after it was disabled. */
    DEAD("dead"),
    /** It had been read dead, and lives again. */
    ALIVE("alive");

    private final String code;

    AccountState(String code) {
        this.code = code;
    }

    /**
     * Returns the word used in the API.
     *
     * @return the code
     */
    public String code() {
        return code;
    }
}
