package org.holdfast.core.retention.programmes;

import org.holdfast.core.platform.rest.StatusCode;

/** Why something cannot be done with a programme. The names are part of the API. */
enum ProgrammeError implements StatusCode {
    /** Somebody else has changed it meanwhile: look at what they did, then try again. */
    PROGRAMME_CHANGED,
    /** The step does not follow on the state it is in. */
    PROGRAMME_STATE,
    /** Nobody meets its criteria, so there is nobody to begin with. */
    COHORT_EMPTY,
    /** Somebody else is asked to approve it. */
    NOT_ASKED_PROGRAMME,
    /** Nobody approves what they have put forward themselves. */
    OWN_PROGRAMME;

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Category category() {
        return Category.USER;
    }
}
