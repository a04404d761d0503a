package org.holdfast.core.offboarding.events;

import org.holdfast.core.platform.rest.StatusCode;

/** Why something cannot be done with a target of events. The names are part of the API. */
enum TargetError implements StatusCode {
    /** Somebody else has changed the target meanwhile: look at what they did, then try again. */
    EVENT_TARGET_CHANGED(409, Category.USER),
    /** A subsidiary has no more than twenty targets. */
    EVENT_TARGETS_TOO_MANY(409, Category.USER),
    /** The file {@code config/events.csv} is no table of events. */
    EVENTS_UNREADABLE(500, Category.CONFIGURATION);

    private final int status;
    private final Category category;

    TargetError(int status, Category category) {
        this.status = status;
        this.category = category;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Category category() {
        return category;
    }
}
