package org.holdfast.core.knowledge.meeting;

import org.holdfast.core.platform.rest.StatusCode;

/** Why a meeting cannot be changed or signed. The names are part of the API. */
enum MeetingError implements StatusCode {
    /** Somebody else has changed it meanwhile: what was read is not what would be signed. */
    MEETING_CHANGED(409),
    /** It has not begun: nobody signs minutes of what was not said yet. */
    MEETING_NOT_HELD(409),
    /** Nobody has written minutes. */
    MEETING_NO_MINUTES(409),
    /** Who has signed does not refuse. */
    MEETING_SIGNED(409),
    /** Who has left signs no more. */
    MEETING_SIGNER_LEFT(409);

    private final int status;

    MeetingError(int status) {
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
