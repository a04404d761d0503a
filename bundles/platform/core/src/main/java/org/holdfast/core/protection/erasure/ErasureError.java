package org.holdfast.core.protection.erasure;

import org.holdfast.core.platform.rest.StatusCode;

/** Why somebody cannot be erased now. The names are part of the API. */
public enum ErasureError implements StatusCode {
    /** The person is on hold. */
    ON_HOLD,
    /** The person still works here: the employer has to know that. */
    STILL_EMPLOYED,
    /** The person still has an account that can log in. */
    ACCOUNT_ACTIVE,
    /** The person asked for something else that is not answered yet. */
    REQUEST_OPEN;

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Category category() {
        return Category.USER;
    }
}
