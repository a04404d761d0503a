package org.holdfast.core.offboarding.papers;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Role;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.notification.NoticeKind;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;
import org.holdfast.core.offboarding.cases.RunningCases;

/** Reminds HR of the transfer of archive and social insurance 5 days and 1 day before its last day, and once that is over. */
final class TransferReminders implements NoticeSource {
    private static final Set<Role> HR = Set.of(Role.GROUP_HR, Role.SUBSIDIARY_HR);
    static final NoticeKind DUE = new NoticeKind("transferDue", HR, "/offboardings", false);
    static final NoticeKind OVERDUE = new NoticeKind("transferOverdue", HR, "/offboardings", true);
    private static final int FIRST = 5;
    private static final int LAST = 1;

    private final RunningCases cases;
    private final TransferTable table;
    private final TransferDesk desk;
    private final PaperWorld world;

    TransferReminders(RunningCases cases, TransferTable table, TransferDesk desk, PaperWorld world) {
        this.cases = cases;
        this.table = table;
        this.desk = desk;
        this.world = world;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(DUE, OVERDUE);
    }

    @Override
    public List<Notice> standing() {
        Set<UUID> done = table.done();
        List<Notice> found = new ArrayList<>();
        for (ExitCase one : cases.all()) {
            if (!done.contains(one.id())) {
                notice(one).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Notice> notice(ExitCase of) {
        return desk.due(of).flatMap(due -> {
            long left = ChronoUnit.DAYS.between(world.today(of.subsidiaryId()), due.day());
            if (left > FIRST) {
                return Optional.empty();
            }
            String stage = left < 0 ? "overdue" : left <= LAST ? "1" : "5";
            return Optional.of(new Notice(
                    "transfer " + of.id() + " " + stage,
                    left < 0 ? OVERDUE : DUE,
                    of.subsidiaryId(),
                    null,
                    of.personId()));
        });
    }
}
