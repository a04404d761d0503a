package org.holdfast.core.offboarding.cases;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.work.WorkItem;
import org.holdfast.core.work.WorkKind;
import org.holdfast.core.work.WorkSource;

/** The tasks of cases that HR and superiors find among what they have to do today. */
final class OffboardingWork implements WorkSource {
    static final WorkKind TASK = new WorkKind("offboardingTask", "offboarding", "/offboardings");
    /** Longer than any day anywhere. */
    private static final Duration DAY = Duration.ofHours(36);

    private final TaskTable tasks;
    private final TaskDesk desk;
    private final Firm firm;

    OffboardingWork(TaskTable tasks, TaskDesk desk, Firm firm) {
        this.tasks = tasks;
        this.desk = desk;
        this.firm = firm;
    }

    @Override
    public List<WorkItem> items(Visibility caller) {
        return theirs(tasks.open(), caller).stream().map(this::item).toList();
    }

    @Override
    public int doneToday(Visibility caller) {
        Instant now = firm.now();
        return (int) theirs(tasks.doneSince(now.minus(DAY)), caller).stream()
                .filter(task -> day(
                                task,
                                task.clock().closedAt() == null
                                        ? Instant.EPOCH
                                        : task.clock().closedAt())
                        .equals(day(task, now)))
                .count();
    }

    private List<OffboardingTask> theirs(List<OffboardingTask> all, Visibility caller) {
        return all.isEmpty()
                ? List.of()
                : desk.theirs(all, caller).stream()
                        .filter(task -> caller.tells(
                                "offboarding", task.of().personId(), task.of().subsidiaryId()))
                        .toList();
    }

    private WorkItem item(OffboardingTask task) {
        LocalDate today = firm.today(task.of().subsidiaryId());
        boolean fresh = day(task, task.clock().openedAt()).equals(today);
        WorkItem.Due due = new WorkItem.Due(task.clock().dueOn(), today, task.overdue(today), fresh);
        UUID place = task.of().caseId();
        return new WorkItem(TASK, place, task.of().personId(), due, () -> "");
    }

    private LocalDate day(OffboardingTask task, Instant at) {
        return LocalDate.ofInstant(at, firm.zone(task.of().subsidiaryId()));
    }
}
