package org.holdfast.core.privacy.transfer;

import org.holdfast.core.platform.rest.StatusCode;

/** Why a permit cannot be signed. The names are part of the API. */
enum TransferError implements StatusCode {
    /** It has both signatures or was taken back, or the caller is the officer who signed first. */
    NOT_TO_BE_COUNTERSIGNED;

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Category category() {
        return Category.USER;
    }
}
