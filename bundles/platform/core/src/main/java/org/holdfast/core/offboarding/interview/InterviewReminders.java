package org.holdfast.core.offboarding.interview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Role;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.notification.NoticeKind;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;
import org.holdfast.core.offboarding.interview.Interview.State;
import org.holdfast.core.offboarding.interview.InterviewTable.Standing;

/** Tells HR three days before a last day that no interview was offered, and who leaves that one is. */
final class InterviewReminders implements NoticeSource {
    private static final int DAYS = 3;
    static final NoticeKind MISSING =
            new NoticeKind("interviewMissing", Set.of(Role.GROUP_HR, Role.SUBSIDIARY_HR), "/exit-interviews", false);
    static final NoticeKind OFFERED =
            new NoticeKind("interviewOffered", Role.EMPLOYEE, "/resignation", false).forSuperiors();

    private final InterviewTable table;
    private final InterviewWorld world;

    InterviewReminders(InterviewTable table, InterviewWorld world) {
        this.table = table;
        this.world = world;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(MISSING, OFFERED);
    }

    @Override
    public List<Notice> standing() {
        Map<UUID, Standing> standing = table.standing();
        List<Notice> found = new ArrayList<>();
        for (ExitCase one : world.cases().running().all()) {
            Standing present = standing.get(one.id());
            if (present == null && soon(one)) {
                found.add(new Notice("interview missing " + one.id(), MISSING, one.subsidiaryId(), null, one.personId())
                        .without(new HashSet<>(world.people().managersOf(one.personId()))));
            } else if (present != null && present.state() == State.OFFERED) {
                found.add(
                        new Notice("interview offered " + one.id(), OFFERED, one.subsidiaryId(), one.personId(), null));
            }
        }
        return found;
    }

    private boolean soon(ExitCase one) {
        LocalDate last = one.lastDay();
        return last != null && !world.today(one.subsidiaryId()).plusDays(DAYS).isBefore(last);
    }
}
