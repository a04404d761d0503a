package org.holdfast.core.offboarding.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Role;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.notification.NoticeKind;
import org.holdfast.core.notification.NoticeSource;

/**
 * Tells offices at once what they have to do, HR that somebody leaves and what is overdue, and who leaves what is theirs. The next
 * office hears of it when the one before is done: that is when the flow opens its task.
 */
final class OffboardingReminders implements NoticeSource {
    private static final Set<Role> HR = Set.of(Role.GROUP_HR, Role.SUBSIDIARY_HR);
    static final NoticeKind STARTED = new NoticeKind("offboardingStarted", HR, "/offboardings", true);
    static final NoticeKind TASK = new NoticeKind("offboardingTask", Role.TASK_HANDLER, "/tasks", true).forSuperiors();
    static final NoticeKind HR_TASK = new NoticeKind("offboardingHrTask", HR, "/tasks", false);
    static final NoticeKind OWN = new NoticeKind("offboardingOwn", Role.EMPLOYEE, "/resignation", false).forSuperiors();
    static final NoticeKind OVERDUE = new NoticeKind("offboardingOverdue", HR, "/offboardings", false).forSuperiors();

    private final CaseTable table;
    private final TaskTable tasks;
    private final Performers performers;
    private final Firm firm;

    OffboardingReminders(CaseTable table, TaskTable tasks, Performers performers, Firm firm) {
        this.table = table;
        this.tasks = tasks;
        this.performers = performers;
        this.firm = firm;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(STARTED, TASK, HR_TASK, OWN, OVERDUE);
    }

    @Override
    public List<Notice> standing() {
        List<Notice> found = new ArrayList<>();
        Performers.Look look = performers.look();
        Map<UUID, LocalDate> days = new HashMap<>();
        for (Offboarding one : table.inState(OffboardingState.RUNNING)) {
            found.add(new Notice("offboarding " + one.id(), STARTED, one.subsidiaryId(), null, one.personId()));
        }
        for (OffboardingTask task : tasks.open()) {
            found.add(task(task, look));
            LocalDate today = days.computeIfAbsent(task.of().subsidiaryId(), firm::today);
            if (task.overdue(today)) {
                OffboardingTask.Of of = task.of();
                found.add(new Notice(key(task) + " overdue", OVERDUE, of.subsidiaryId(), null, of.personId()));
            }
        }
        return found;
    }

    private static Notice task(OffboardingTask task, Performers.Look look) {
        OffboardingTask.Of of = task.of();
        return switch (task.what().office()) {
            case EMPLOYEE -> new Notice(key(task), OWN, of.subsidiaryId(), of.personId(), null);
            case HR, SUCCESSOR -> hr(task);
            case SUPERIOR -> {
                Optional<UUID> superior = look.superior(of.personId());
                yield superior.isEmpty()
                        ? hr(task)
                        : new Notice(key(task), TASK, of.subsidiaryId(), superior.get(), of.personId());
            }
            default -> office(task, look);
        };
    }

    private static Notice office(OffboardingTask task, Performers.Look look) {
        OffboardingTask.Of of = task.of();
        Set<UUID> named = look.named(of.subsidiaryId(), task.what().office());
        return named.isEmpty() && !look.handled(of.subsidiaryId())
                ? hr(task)
                : new Notice(key(task), TASK, of.subsidiaryId(), null, of.personId()).only(named);
    }

    private static Notice hr(OffboardingTask task) {
        OffboardingTask.Of of = task.of();
        return new Notice(key(task), HR_TASK, of.subsidiaryId(), null, of.personId());
    }

    private static String key(OffboardingTask task) {
        return "offboarding task " + task.id();
    }
}
