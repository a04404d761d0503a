package org.holdfast.core.privacy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.holdfast.core.access.Role;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.notification.NoticeKind;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.protection.basis.Assessments;

/** Reminds officers of impact assessments that run out, without which nobody is scored (PIPL Art. 55, GDPR Art. 35). */
final class AssessmentReminders implements NoticeSource {
    static final NoticeKind MONTH = new NoticeKind("assessmentEndsIn30", Role.DPO, "/privacy", false).optional();
    static final NoticeKind WEEK = new NoticeKind("assessmentEndsIn7", Role.DPO, "/privacy", false);
    static final NoticeKind ENDED = new NoticeKind("assessmentEnded", Role.DPO, "/privacy", false);
    private static final int DAYS_OF_MONTH = 30;
    private static final int DAYS_OF_WEEK = 7;

    private final Assessments assessments;
    private final People people;
    private final Clock clock;

    AssessmentReminders(Assessments assessments, People people, Clock clock) {
        this.assessments = assessments;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(MONTH, WEEK, ENDED);
    }

    @Override
    public List<Notice> standing() {
        return people.subsidiaries().stream()
                .flatMap(firm -> notice(firm).stream())
                .toList();
    }

    private Optional<Notice> notice(Subsidiary firm) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), firm.timezone());
        return assessments
                .endsOn(firm.id())
                .flatMap(end -> kind(ChronoUnit.DAYS.between(today, end))
                        .map(kind -> new Notice(
                                "assessment " + firm.id() + " " + end + " " + kind.code(), kind, firm.id())));
    }

    private static Optional<NoticeKind> kind(long left) {
        if (left < 0) {
            return Optional.of(ENDED);
        }
        if (left <= DAYS_OF_WEEK) {
            return Optional.of(WEEK);
        }
        return left <= DAYS_OF_MONTH ? Optional.of(MONTH) : Optional.empty();
    }
}
