package org.holdfast.core.offboarding.interview;

import org.holdfast.core.platform.rest.StatusCode;

/** Why something cannot be done with an exit interview. The names are part of the API. */
enum InterviewError implements StatusCode {
    /** Somebody else has changed it meanwhile. */
    INTERVIEW_CHANGED,
    /** It was held: what was said can be corrected, not asked again. */
    INTERVIEW_HELD,
    /** It is not offered, or not any more. */
    INTERVIEW_NOT_OFFERED,
    /** Somebody else holds it, or gave the answers. */
    INTERVIEW_NOT_YOURS,
    /** It was neither held nor declined nor missed. */
    INTERVIEW_OPEN,
    /** The key was used for other answers. */
    INTERVIEW_KEY_USED,
    /** Somebody else has published a form meanwhile. */
    INTERVIEW_FORM_CHANGED;

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Category category() {
        return Category.USER;
    }
}
