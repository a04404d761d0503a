package org.holdfast.core.offboarding.cases;

import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Caller;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.flows.FlowStep;
import org.holdfast.core.platform.rest.RestException;

/** Does tasks that were proved elsewhere. Safe for use from many threads. */
final class ProvedSteps implements StepCompletion {
    private static final String DONE = "done";

    private final Offboardings offboardings;

    ProvedSteps(Offboardings offboardings) {
        this.offboardings = offboardings;
    }

    @Override
    public void done(UUID caseId, FlowStep step, Visibility caller) {
        Optional<Offboarding> of = offboardings.table().find(caseId).filter(Offboarding::running);
        if (of.isEmpty()) {
            return;
        }
        Caller who = caller.caller();
        boolean self = who.employeeId().filter(of.get().personId()::equals).isPresent();
        Offboardings.Done how = new Offboardings.Done(DONE, "", new Offboarding.By(who.id(), who.name(), self));
        for (OffboardingTask task : offboardings.tasks().ofCase(caseId)) {
            if (task.open()
                    && task.what().step() == step
                    && task.what().outcomes().contains(DONE)) {
                complete(of.get(), task, how);
            }
        }
    }

    private void complete(Offboarding of, OffboardingTask task, Offboardings.Done how) {
        try {
            offboardings.complete(of, task, how);
        } catch (RestException e) {
            // Somebody did it at the same moment, or more is asked for: then it stands among the tasks, where HR finds
            // it.
            if (e.errors().isEmpty()) {
                return;
            }
            throw e;
        }
    }
}
