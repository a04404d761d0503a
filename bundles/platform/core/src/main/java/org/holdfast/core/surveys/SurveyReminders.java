package org.holdfast.core.surveys;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.holdfast.core.access.Recipients;
import org.holdfast.core.access.Role;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.notification.NoticeKind;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.people.Subsidiary;

/**
 * Tells whoever is asked and has an account that a survey is open, once, from nine on its first day until it is over. Whether they answered changes
 * nothing about it: else the reminders would tell who did.
 */
final class SurveyReminders implements NoticeSource {
    static final NoticeKind OPEN = new NoticeKind("survey", Role.ofAccounts(), "/my-surveys", false).optional();

    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final SurveyDesk desk;
    private final Recipients accounts;
    private final Clock clock;

    SurveyReminders(SurveyDesk desk, Recipients accounts, Clock clock) {
        this.desk = desk;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(OPEN);
    }

    @Override
    public List<Notice> standing() {
        return desk.table().all().stream()
                .filter(this::stands)
                .flatMap(this::notices)
                .toList();
    }

    private boolean stands(Round round) {
        LocalDate today = desk.today(round.subsidiaryId());
        return round.takesAnswers(today) && !clock.instant().isBefore(begins(round));
    }

    private Instant begins(Round round) {
        return desk.asked()
                .people()
                .subsidiary(round.subsidiaryId())
                .map(Subsidiary::timezone)
                .map(zone -> round.days().first().atTime(MORNING).atZone(zone).toInstant())
                .orElse(Instant.MAX);
    }

    private Stream<Notice> notices(Round round) {
        return accounts.accounts(desk.asked().of(round).ids()).keySet().stream()
                .map(id -> new Notice("survey " + round.id() + ' ' + id, OPEN, round.subsidiaryId(), id, null));
    }
}
