package org.holdfast.core.retention.plans;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Role;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.notification.NoticeKind;
import org.holdfast.core.notification.NoticeSource;
import org.jspecify.annotations.Nullable;

/**
 * Reminds of plans: whoever does something on its last day and once it is over, and whom a plan was put before. Nothing of a
 * plan whose person has left.
 */
final class PlanReminders implements NoticeSource {
    private static final Set<Role> HR = Set.of(Role.GROUP_HR, Role.SUBSIDIARY_HR);
    static final NoticeKind DUE =
            new NoticeKind("actionDue", HR, "/plans", false).optional().forSuperiors();
    static final NoticeKind OVERDUE = new NoticeKind("actionOverdue", HR, "/plans", false).forSuperiors();
    static final NoticeKind APPROVAL = new NoticeKind("planToApprove", Role.GROUP_HR, "/plans", false).forSuperiors();

    private final PlanTable table;
    private final Plans.Firm firm;

    PlanReminders(PlanTable table, Plans.Firm firm) {
        this.table = table;
        this.firm = firm;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(DUE, OVERDUE, APPROVAL);
    }

    @Override
    public List<Notice> standing() {
        List<Notice> found = new ArrayList<>();
        for (Plan plan : table.running()) {
            if (!firm.left(plan.personId())) {
                Set<UUID> out = firm.conflicts(plan);
                of(plan).forEach(notice -> found.add(notice.without(out)));
            }
        }
        return found;
    }

    private List<Notice> of(Plan plan) {
        List<Notice> found = new ArrayList<>();
        if (plan.course().state() == PlanState.SUBMITTED) {
            UUID approver = plan.course().approverId();
            found.add(notice(plan, APPROVAL, approver, "plan " + plan.id() + ' ' + plan.version()));
        }
        Owners owners = firm.owners(plan.subsidiaryId(), plan.personId());
        for (Action action : plan.actions()) {
            UUID owner = owners.has(action.task().ownerId()) ? action.task().ownerId() : null;
            String key = "action " + action.id() + ' ' + action.task().dueOn();
            if (action.overdue(owners.today(owner))) {
                found.add(notice(plan, OVERDUE, owner, key + " over"));
            } else if (action.task().state().open()
                    && owners.today(owner).equals(action.task().dueOn())) {
                found.add(notice(plan, DUE, owner, key));
            }
        }
        return found;
    }

    private static Notice notice(Plan plan, NoticeKind kind, @Nullable UUID employee, String key) {
        return new Notice(key, kind, plan.subsidiaryId(), employee, plan.personId());
    }
}
