package org.holdfast.core.offboarding.cases;

import org.holdfast.core.platform.rest.StatusCode;

/** Why something cannot be done in an offboarding case. The names are part of the API. */
enum OffboardingError implements StatusCode {
    /** Somebody else has changed it meanwhile: look at what they did, then try again. */
    OFFBOARDING_CHANGED,
    /** The person has a case already that goes on. */
    OFFBOARDING_RUNNING,
    /** The case was taken back or has ended. */
    OFFBOARDING_OVER,
    /** The person has left already. */
    PERSON_HAS_LEFT,
    /** The key was used for another case. */
    OFFBOARDING_KEY_USED,
    /** Somebody has done the task meanwhile, or the case went another way. */
    TASK_DONE,
    /** Not all accounts were read again as dead. */
    ACCOUNTS_NOT_PROVED,
    /** HR has not handed a settlement to finance. */
    SETTLEMENT_OPEN,
    /** Somebody has approved it: HR takes it back from there on. */
    WITHDRAWAL_BY_HR,
    /** The task is another office's, and its time is not over. */
    NOT_YOUR_TASK,
    /** Somebody else has named others for the offices meanwhile. */
    OFFICES_CHANGED;

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Category category() {
        return Category.USER;
    }
}
