package org.holdfast.core.retention.plans;

import org.holdfast.core.platform.rest.StatusCode;

/** Why something cannot be done with a plan. The names are part of the API. */
enum PlanError implements StatusCode {
    /** Somebody else has changed it meanwhile: look at what they did, then try again. */
    PLAN_CHANGED,
    /** The case has a plan already. */
    PLAN_EXISTS,
    /** The case is closed. */
    CASE_CLOSED,
    /** The person has left. */
    PERSON_LEFT,
    /** It is before somebody to approve, or approved, or stopped: reopen it first. */
    PLAN_NOT_DRAFT,
    /** It is not before anybody to approve. */
    PLAN_NOT_SUBMITTED,
    /** Nothing that was not approved begins, but talks. */
    PLAN_NOT_APPROVED,
    /** Somebody else is asked to approve it. */
    NOT_ASKED,
    /** Nobody approves what they have put forward themselves. */
    OWN_PLAN,
    /** Nothing more is done in a stopped plan. */
    PLAN_STOPPED;

    @Override
    public int status() {
        return 409;
    }

    @Override
    public Category category() {
        return Category.USER;
    }
}
