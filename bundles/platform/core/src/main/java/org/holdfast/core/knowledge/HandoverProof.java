package org.holdfast.core.knowledge;

import java.util.UUID;
import org.holdfast.core.offboarding.cases.StepProof;
import org.holdfast.core.offboarding.flows.FlowStep;
import org.holdfast.core.platform.rest.RestException;

/** Nobody says that work is handed over which nobody has accepted, unless HR does without it and says why. */
final class HandoverProof implements StepProof {
    private final ChecklistTable table;

    HandoverProof(ChecklistTable table) {
        this.table = table;
    }

    @Override
    public FlowStep step() {
        return FlowStep.HANDOVER;
    }

    @Override
    public void require(UUID offboardingId) {
        Progress progress = Progress.of(table.list(offboardingId), table.items(offboardingId));
        if (!progress.begun()) {
            throw RestException.of(
                    KnowledgeError.HANDOVER_LIST_MISSING,
                    "Nobody has begun the handover list: begin it, or let HR waive it with a reason.");
        }
        if (!progress.done()) {
            throw RestException.of(
                    KnowledgeError.HANDOVER_NOT_ACCEPTED,
                    "Not everything mandatory was accepted: let it be accepted, or let HR waive it with a reason.");
        }
    }
}
