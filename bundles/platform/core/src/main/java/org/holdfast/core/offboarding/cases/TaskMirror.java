package org.holdfast.core.offboarding.cases;

import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.core.offboarding.cases.CaseEntry.What;
import org.holdfast.core.offboarding.flows.FlowListener;
import org.holdfast.core.offboarding.flows.FlowTask;
import org.holdfast.core.platform.rest.RestException;

/**
 * Keeps the tasks of cases as the runs of their flows open and close them, in the same transaction: no task is lost or doubled between
 * the two, whenever the server dies. Safe for use from many threads.
 */
final class TaskMirror implements FlowListener {
    private final CaseTable table;
    private final TaskTable tasks;
    private final Firm firm;
    private final CaseListener listener;
    private final DueDays due;

    TaskMirror(CaseTable table, TaskTable tasks, Firm firm, CaseListener listener) {
        this.table = table;
        this.tasks = tasks;
        this.firm = firm;
        this.listener = listener;
        this.due = new DueDays(firm);
    }

    @Override
    public void opened(FlowTask task) {
        Offboarding of = require(task.offboarding());
        LocalDate today = firm.today(of.subsidiaryId());
        tasks.add(new OffboardingTask(
                task.id(),
                new OffboardingTask.Of(of.id(), of.subsidiaryId(), of.personId()),
                new OffboardingTask.What(task.node(), task.step(), task.office(), task.outcomes()),
                new OffboardingTask.Clock(firm.now(), due.of(task.step(), task.dueHours(), today, of), null),
                OffboardingTask.State.OPEN));
    }

    @Override
    public void closed(String taskId, boolean cancelled) {
        tasks.close(taskId, cancelled ? OffboardingTask.State.CANCELLED : OffboardingTask.State.DONE, firm.now());
    }

    @Override
    public void ended(UUID offboarding) {
        Offboarding of = require(offboarding);
        Offboarding fresh = of.with(of.course().ended(OffboardingState.ENDED, firm.now()));
        listener.changed(CaseChange.of(CaseChange.Kind.ENDED, fresh, firm.now()));
        if (!table.change(fresh, new CaseEntry(firm.now(), CaseEntry.Words.of(What.ENDED, null, "")))) {
            throw Offboardings.changed();
        }
    }

    private Offboarding require(UUID offboarding) {
        return table.find(offboarding).orElseThrow(RestException::notFound);
    }
}
