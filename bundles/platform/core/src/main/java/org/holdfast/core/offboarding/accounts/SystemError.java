package org.holdfast.core.offboarding.accounts;

import org.holdfast.core.platform.rest.StatusCode;

/** Why something cannot be done with a system or an account. The names are part of the API. */
enum SystemError implements StatusCode {
    /** Somebody else has changed it meanwhile: look at what they did, then try again. */
    ACCOUNT_SYSTEM_CHANGED,
    /** The subsidiary has a system of that code. */
    ACCOUNT_SYSTEM_CODE_TAKEN,
    /** No bundle that may be called for the subsidiary speaks to such systems. */
    ACCOUNT_CONNECTOR_MISSING,
    /** The account is put down as somebody else's. */
    ACCOUNT_TAKEN,
    /** The system does not know such an account. */
    ACCOUNT_UNKNOWN,
    /** The system did not answer as it should. */
    ACCOUNT_SYSTEM_SILENT;

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Category category() {
        return Category.USER;
    }
}
