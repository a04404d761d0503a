package org.holdfast.core.offboarding.cases;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.offboarding.flows.FlowStep;
import org.holdfast.core.offboarding.preparation.Preparations;
import org.holdfast.core.offboarding.settlement.ExitFacts;

/** Tells the settlement who leaves, how and when. Nothing of a case that was taken back. Safe for use from many threads. */
final class CaseFacts implements ExitFacts {
    private final CaseTable table;
    private final TaskTable tasks;
    private final Preparations preparations;

    CaseFacts(CaseTable table, TaskTable tasks, Preparations preparations) {
        this.table = table;
        this.tasks = tasks;
        this.preparations = preparations;
    }

    @Override
    public Optional<ExitFact> of(UUID offboardingId) {
        Optional<Offboarding> found = table.find(offboardingId);
        if (found.isEmpty() && preparations.find(offboardingId).isPresent()) {
            throw Preparations.noLawfulEvent();
        }
        return found.filter(one -> one.course().state() != OffboardingState.WITHDRAWN)
                .map(one -> new ExitFact(
                        one.subsidiaryId(),
                        one.personId(),
                        one.content().kind(),
                        one.course().noticeOn(),
                        one.course().lastDay(),
                        handedOver(one.id())));
    }

    /** Work is handed over once everything of it that came up is done. */
    private boolean handedOver(UUID caseId) {
        List<OffboardingTask> handovers = tasks.ofCase(caseId).stream()
                .filter(task -> task.what().step() == FlowStep.HANDOVER)
                .toList();
        return !handovers.isEmpty() && handovers.stream().noneMatch(OffboardingTask::open);
    }
}
