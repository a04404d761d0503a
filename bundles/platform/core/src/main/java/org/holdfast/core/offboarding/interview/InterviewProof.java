package org.holdfast.core.offboarding.interview;

import java.util.UUID;
import org.holdfast.core.offboarding.cases.StepProof;
import org.holdfast.core.offboarding.flows.FlowStep;
import org.holdfast.core.platform.rest.RestException;

/** Nobody says that an interview is done that was neither held nor declined nor missed. Each of the three will do. */
final class InterviewProof implements StepProof {
    private final InterviewTable table;

    InterviewProof(InterviewTable table) {
        this.table = table;
    }

    @Override
    public FlowStep step() {
        return FlowStep.EXIT_INTERVIEW;
    }

    @Override
    public void require(UUID offboardingId) {
        if (table.find(offboardingId).filter(one -> !one.offered()).isEmpty()) {
            throw RestException.of(
                    InterviewError.INTERVIEW_OPEN, "The interview was neither held nor declined nor missed.");
        }
    }
}
