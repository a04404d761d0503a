package org.holdfast.core.offboarding.cases;

import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.flows.FlowStep;

/** Does the task of a step once another package has proved it, so that nobody has to say it twice. Safe for use from many threads. */
@FunctionalInterface
public interface StepCompletion {

    /**
     * Does the open tasks of a step; does nothing where none is open, or a flow asks of it for more than that it is done.
     *
     * @param caseId the case
     * @param step the step
     * @param caller who did it
     */
    void done(UUID caseId, FlowStep step, Visibility caller);
}
