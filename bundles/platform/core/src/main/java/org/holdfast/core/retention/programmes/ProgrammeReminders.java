package org.holdfast.core.retention.programmes;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.holdfast.core.access.Role;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.notification.NoticeKind;
import org.holdfast.core.notification.NoticeSource;

/**
 * Reminds whoever approves that a programme waits, and HR of one whose last day has come. Nothing in a reminder says which programme it
 * is: among those who are reminded may be somebody whom it is for.
 */
final class ProgrammeReminders implements NoticeSource {
    static final NoticeKind APPROVAL =
            new NoticeKind("programmeToApprove", Role.GROUP_HR, "/programmes", false).forSuperiors();
    static final NoticeKind DUE =
            new NoticeKind("programmeDue", Set.of(Role.GROUP_HR, Role.SUBSIDIARY_HR), "/programmes", false).optional();

    private final ProgrammeTable table;
    private final Programmes programmes;

    ProgrammeReminders(ProgrammeTable table, Programmes programmes) {
        this.table = table;
        this.programmes = programmes;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(APPROVAL, DUE);
    }

    @Override
    public List<Notice> standing() {
        return table.all().stream().flatMap(this::of).toList();
    }

    private Stream<Notice> of(Programme one) {
        String key = "programme " + one.id();
        if (one.course().state() == ProgrammeState.SUBMITTED) {
            return Stream.of(new Notice(
                    key + ' ' + one.version(),
                    APPROVAL,
                    one.subsidiaryId(),
                    programmes.approver(one.subsidiaryId()).orElse(null),
                    null));
        }
        return due(one) ? Stream.of(new Notice(key + " due", DUE, one.subsidiaryId())) : Stream.empty();
    }

    private boolean due(Programme one) {
        LocalDate dueOn = one.content().terms().dueOn();
        return one.course().state() == ProgrammeState.RUNNING
                && dueOn != null
                && !dueOn.isAfter(programmes.firm().today(one.subsidiaryId()));
    }
}
