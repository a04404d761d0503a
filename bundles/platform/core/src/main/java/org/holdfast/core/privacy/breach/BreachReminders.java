package org.holdfast.core.privacy.breach;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Role;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.notification.NoticeKind;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.privacy.breach.BreachStep.Whom;

/** Warns officers at the hours of the rule book, and once somebody was not told in time (GDPR Art. 33, PIPL Art. 57). */
final class BreachReminders implements NoticeSource {
    static final NoticeKind WARNED = new NoticeKind("breachWarned", Role.DPO, "/privacy", true);
    static final NoticeKind OVERDUE = new NoticeKind("breachOverdue", Role.DPO, "/privacy", true);

    private final Breaches breaches;

    BreachReminders(Breaches breaches) {
        this.breaches = breaches;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(WARNED, OVERDUE);
    }

    @Override
    public List<Notice> standing() {
        Map<UUID, Set<Whom>> settled = breaches.tables().steps().settled();
        return breaches.tables().breaches().all().stream()
                .flatMap(breach -> notice(breach, breaches.standing(breach, settled)).stream())
                .toList();
    }

    /** The hours stand in the key, so that each warning comes once. */
    private static Optional<Notice> notice(Breach breach, Breaches.Standing standing) {
        if (standing.overdue()) {
            return Optional.of(new Notice("breach " + breach.id() + " overdue", OVERDUE, breach.subsidiaryId()));
        }
        return Optional.ofNullable(standing.warnedAtHours())
                .map(hours ->
                        new Notice("breach " + breach.id() + " " + hours + " hours", WARNED, breach.subsidiaryId()));
    }
}
