package org.holdfast.core.retention.cases;

import org.holdfast.core.platform.rest.StatusCode;

/** What can go wrong with cases. The names are part of the API. */
enum CaseError implements StatusCode {
    /** The case is closed: nothing more can be recorded in it. */
    CASE_CLOSED,
    /** Somebody else has to talk now. */
    CASE_WITH_ANOTHER,
    /** The key of the request was used for another talk. */
    TALK_KEY_USED,
    /** The key of the request was used for another file. */
    FILE_KEY_USED;

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Category category() {
        return Category.USER;
    }
}
