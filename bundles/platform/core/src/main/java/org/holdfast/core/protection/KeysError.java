package org.holdfast.core.protection;

import org.holdfast.core.platform.rest.StatusCode;

/** What can go wrong with a call about keys. */
enum KeysError implements StatusCode {
    /** A rotation is not done yet, and a second one beside it is not begun. */
    ROTATION_UNFINISHED(409);

    private final int status;

    KeysError(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Category category() {
        return Category.USER;
    }
}
