package org.holdfast.core.offboarding.flows;

import org.holdfast.core.platform.rest.StatusCode;

/** Why something cannot be done with a flow or its run. The names are part of the API. */
public enum FlowError implements StatusCode {
    /** The offboarding has a run already, going on or ended. */
    FLOW_RUNNING(409),
    /** The task is open no longer, or never was: look at what others did. */
    FLOW_TASK_CLOSED(409),
    /** The task does not know this outcome. */
    FLOW_OUTCOME(422),
    /** The version is published already; versions never change. */
    FLOW_PUBLISHED(409),
    /** No version of the flow is published yet. */
    FLOW_UNPUBLISHED(409);

    private final int status;

    FlowError(int status) {
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
