package org.holdfast.core.offboarding.preparation;

import org.holdfast.core.platform.rest.StatusCode;

/** Why something cannot be done in a preparation. The names are part of the API. */
enum PreparationError implements StatusCode {
    /** Somebody else has changed it meanwhile: look at what they did, then try again. */
    PREPARATION_CHANGED,
    /** The person's handover is prepared already. */
    PREPARATION_GOING_ON,
    /** It was revoked, or a case has begun from it. */
    PREPARATION_OVER,
    /** The person has a case: there is nothing left to prepare. */
    PERSON_LEAVES,
    /** The person has left already. */
    PREPARED_PERSON_HAS_LEFT,
    /** The key was used for another preparation. */
    PREPARATION_KEY_USED,
    /** No lawful event is on file. */
    NO_LAWFUL_EVENT;

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Category category() {
        return Category.USER;
    }
}
