package org.holdfast.core.retention.holdout;

import org.holdfast.core.platform.rest.StatusCode;

/** Why a hold-out cannot be begun. The names are part of the API. */
enum HoldoutError implements StatusCode {
    /** Another one of the subsidiary waits for its second person, or runs. */
    HOLDOUT_UNDER_WAY,
    /** It is confirmed or over, or the caller is who wanted it. */
    HOLDOUT_NOT_TO_BE_CONFIRMED;

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Category category() {
        return Category.USER;
    }
}
