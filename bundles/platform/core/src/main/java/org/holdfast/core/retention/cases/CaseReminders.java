package org.holdfast.core.retention.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Role;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.notification.NoticeKind;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.retention.Alerts;
import org.holdfast.core.retention.cases.RetentionCase.Turn;
import org.jspecify.annotations.Nullable;

/**
 * Reminds of talks: who has to talk on the last day, HR of what is overdue, both of what went up. Never the person a case is
 * about, nor anybody who reports to them, even where they are HR.
 */
final class CaseReminders implements NoticeSource {
    private static final Set<Role> HR = Set.of(Role.GROUP_HR, Role.SUBSIDIARY_HR);
    static final NoticeKind DUE =
            new NoticeKind("talkDue", HR, "/cases", false).optional().forSuperiors();
    static final NoticeKind OVERDUE = new NoticeKind("talkOverdue", HR, "/cases", false);
    static final NoticeKind ESCALATED = new NoticeKind("caseEscalated", HR, "/cases", false).forSuperiors();

    private final CaseTable table;
    private final Alerts alerts;
    private final Clock clock;

    CaseReminders(CaseTable table, Alerts alerts, Clock clock) {
        this.table = table;
        this.alerts = alerts;
        this.clock = clock;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(DUE, OVERDUE, ESCALATED);
    }

    @Override
    public List<Notice> standing() {
        Map<UUID, Set<UUID>> conflicts = alerts.conflicts().all();
        List<Notice> found = new ArrayList<>();
        for (RetentionCase one : table.inState(CaseState.WAITING)) {
            Set<UUID> out = conflicts.getOrDefault(one.alertId(), Set.of());
            of(one).forEach(notice -> found.add(notice.without(out)));
        }
        return found;
    }

    private List<Notice> of(RetentionCase one) {
        List<Notice> found = new ArrayList<>();
        Turn turn = one.turn();
        UUID talker = turn.talkerId();
        if (overdue(one)) {
            found.add(notice(one, OVERDUE, null));
        } else if (turn.remindedAt() != null) {
            found.add(notice(one, DUE, talker));
        }
        if (turn.escalations() > 0) {
            found.add(notice(one, ESCALATED, null));
            if (talker != null) {
                found.add(notice(one, ESCALATED, talker));
            }
        }
        return found;
    }

    /** HR hears of it in the morning in which it goes up, not in the night in which the time ends. */
    private boolean overdue(RetentionCase one) {
        Instant reminded = one.turn().remindedAt();
        Instant now = clock.instant();
        return reminded != null
                && one.overdue(now)
                && !now.isBefore(alerts.clock(one.subsidiaryId(), one.turn().talkerId())
                        .escalatesAt(one.turn().dueOn(), reminded));
    }

    /** The turn stands in the key: whoever gets the case next is reminded of anew. */
    private static Notice notice(RetentionCase one, NoticeKind kind, @Nullable UUID talker) {
        String key = "case " + one.id() + " " + one.turn().number() + " " + kind.code();
        return new Notice(key, kind, one.subsidiaryId(), talker, one.personId());
    }
}
