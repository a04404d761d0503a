package org.holdfast.core.retention.plans;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.holdfast.core.platform.jobs.Attempt;
import org.holdfast.core.retention.cases.CaseState;
import org.holdfast.core.retention.cases.Cases;
import org.holdfast.core.retention.cases.RetentionCase;
import org.holdfast.core.retention.plans.PlanStep.What;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Stops the plans of cases that are closed and of people who have left. It can be cut off at any moment and begins again;
 * while the key ring is not open, nothing is done.
 */
final class PlanSweep implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(PlanSweep.class);

    private final PlanTable table;
    private final Cases cases;
    private final Plans.Firm firm;
    private final BooleanSupplier open;

    PlanSweep(PlanTable table, Cases cases, Plans.Firm firm, BooleanSupplier open) {
        this.table = table;
        this.cases = cases;
        this.firm = firm;
        this.open = open;
    }

    @Override
    public void run() {
        if (open.getAsBoolean()) {
            Attempt.of(() -> table.running().stream().filter(this::over).forEach(this::stop))
                    .ifPresent(failure -> LOG.warn(
                            "Plans were not looked after ({}); the next sweep tries again", Attempt.name(failure)));
        }
    }

    private boolean over(Plan plan) {
        Optional<RetentionCase> of = cases.find(plan.caseId());
        return of.filter(one -> one.state() != CaseState.CLOSED).isEmpty() || firm.left(plan.personId());
    }

    private void stop(Plan plan) {
        Plan.Course was = plan.course();
        Plan.Course next = new Plan.Course(
                PlanState.STOPPED, was.approverId(), was.submittedBy(), was.createdAt(), was.approvedAt());
        PlanStep.Words words = new PlanStep.Words(What.STOPPED, "", "", List.of());
        table.advance(plan, next, new PlanStep(firm.now(), null, words));
    }
}
