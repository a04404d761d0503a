package org.holdfast.core.privacy;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Role;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.notification.NoticeKind;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.protection.rights.Deadlines;
import org.holdfast.core.protection.rights.RightsRequest;
import org.holdfast.core.protection.rights.RightsRequests;

/** Reminds officers of requests that have to be answered soon, today, or should have been (GDPR Art. 12(3), PIPL Art. 50). */
final class RequestReminders implements NoticeSource {
    static final NoticeKind SOON = new NoticeKind("requestDueSoon", Role.DPO, "/privacy", false).optional();
    static final NoticeKind TODAY = new NoticeKind("requestDueToday", Role.DPO, "/privacy", false);
    static final NoticeKind OVERDUE = new NoticeKind("requestOverdue", Role.DPO, "/privacy", false);
    private static final int WORKING_DAYS_BEFORE = 3;

    private final RightsRequests requests;
    private final Deadlines deadlines;

    RequestReminders(RightsRequests requests, Deadlines deadlines) {
        this.requests = requests;
        this.deadlines = deadlines;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(SOON, TODAY, OVERDUE);
    }

    @Override
    public List<Notice> standing() {
        return requests.pending().stream()
                .flatMap(request -> notice(request).stream())
                .toList();
    }

    /** The due day stands in the key: a request whose time was extended is reminded of anew. */
    private Optional<Notice> notice(RightsRequest request) {
        LocalDate due = request.days().dueOn();
        return kind(request, due)
                .map(kind -> new Notice(
                        "request " + request.id() + " " + due + " " + kind.code(),
                        kind,
                        request.person().subsidiaryId()));
    }

    private Optional<NoticeKind> kind(RightsRequest request, LocalDate due) {
        UUID subsidiary = request.person().subsidiaryId();
        LocalDate today = deadlines.today(subsidiary);
        if (today.isAfter(due)) {
            return Optional.of(OVERDUE);
        }
        if (today.equals(due)) {
            return Optional.of(TODAY);
        }
        return deadlines.workingDays(subsidiary, today, WORKING_DAYS_BEFORE).isBefore(due)
                ? Optional.empty()
                : Optional.of(SOON);
    }
}
