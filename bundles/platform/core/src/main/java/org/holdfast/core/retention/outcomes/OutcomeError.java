package org.holdfast.core.retention.outcomes;

import org.holdfast.core.platform.rest.StatusCode;

/** Why nothing can be recorded. The names are part of the API. */
enum OutcomeError implements StatusCode {
    /** Nobody has talked with the person. */
    NO_TALK_YET,
    /** The person has left: that is the outcome. */
    PERSON_LEFT,
    /** Somebody else has the case now. */
    CASE_WITH_ANOTHER,
    /** There is no outcome that is followed up. */
    NOTHING_TO_FOLLOW,
    /** The key of the request was used for another entry. */
    OUTCOME_KEY_USED;

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Category category() {
        return Category.USER;
    }
}
