package org.holdfast.core.knowledge;

import java.util.List;
import java.util.UUID;
import org.holdfast.api.industry.KnowledgeKind;
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
        List<KnowledgeItem> items = table.items(offboardingId);
        Progress progress = Progress.of(table.list(offboardingId), items);
        if (!progress.begun()) {
            throw RestException.of(
                    KnowledgeError.HANDOVER_LIST_MISSING,
                    "Nobody has begun the handover list: begin it, or let HR waive it with a reason.");
        }
        if (!progress.done()) {
            if (onlyMeetingsAreMissing(items)) {
                throw RestException.of(
                        KnowledgeError.HANDOVER_MEETING_UNSIGNED,
                        "The minutes of the meeting are not signed by all: let them sign, or let HR waive it with a reason.");
            }
            throw RestException.of(
                    KnowledgeError.HANDOVER_NOT_ACCEPTED,
                    "Not everything mandatory was accepted: let it be accepted, or let HR waive it with a reason.");
        }
    }

    private static boolean onlyMeetingsAreMissing(List<KnowledgeItem> items) {
        return items.stream()
                .filter(item ->
                        item.course().mandatory() && !item.course().state().settled())
                .allMatch(item -> item.kind() == KnowledgeKind.MEETING);
    }
}
