package org.holdfast.core.retention;

import org.holdfast.core.platform.rest.StatusCode;

/** What can go wrong with alerts. The names are part of the API. */
enum RetentionError implements StatusCode {
    /** The alert is closed: nothing more can be done with it. */
    ALERT_CLOSED;

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Category category() {
        return Category.USER;
    }
}
