package org.holdfast.api.connector;

import org.holdfast.api.ErrorCode;

/**
 * Why a system of accounts did not do what it was asked.
 *
 * @since 1.1.0
 */
public enum AccountSystemError implements ErrorCode {
    /** It takes no more calls for now. */
    THROTTLED,
    /** It does not answer, answers that it is out of order, or its certificate cannot be trusted. */
    UNREACHABLE,
    /** It does not take the user or the token of the settings. */
    CREDENTIALS_REFUSED,
    /** There is nothing where the settings say: a wrong address, a wrong base. */
    NOT_FOUND,
    /** It refuses what was asked, however often it is asked: a missing right, an attribute that cannot be written. */
    REFUSED,
    /** What it answered cannot be understood. */
    MALFORMED_ANSWER;

    /** The other side, whatever it is: an administrator is told, and the host asks again. */
    @Override
    public Category category() {
        return Category.EXTERNAL;
    }
}
