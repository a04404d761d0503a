package org.holdfast.core.retention;

import org.holdfast.core.platform.rest.StatusCode;

/** What can go wrong with alerts and what follows them. The names are part of the API. */
enum RetentionError implements StatusCode {
    /** The alert is closed: nothing more can be done with it. */
    ALERT_CLOSED,
    /** Somebody has said already what a dismissal after an alert was. */
    DISMISSAL_SETTLED;

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Category category() {
        return Category.USER;
    }
}
