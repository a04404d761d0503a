package org.holdfast.core.offboarding.cases;

import java.util.UUID;
import org.holdfast.core.offboarding.flows.FlowStep;

/**
 * What has to be proved before a task of one kind of step can be done. Whoever knows makes a CDI bean of it: cases ask all there are for
 * the step. Where nobody asks for a proof, the word of who does the task has to do. Safe for use from many threads.
 */
public interface StepProof {

    /**
     * Says which tasks it is about.
     *
     * @return the step
     */
    FlowStep step();

    /**
     * Checks that a task of the step can be done. Reads only, within no transaction.
     *
     * @param offboardingId the case
     * @throws org.holdfast.core.platform.rest.RestException with status 409 where something is missing; the message says what
     */
    void require(UUID offboardingId);
}
