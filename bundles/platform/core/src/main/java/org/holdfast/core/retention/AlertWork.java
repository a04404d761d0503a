package org.holdfast.core.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.People;
import org.holdfast.core.work.WorkItem;
import org.holdfast.core.work.WorkKind;
import org.holdfast.core.work.WorkSource;

/**
 * The alerts of the day, which HR takes on before a superior gets them. An alert without a superior is not among them: HR has its
 * case at once, and has to talk.
 */
final class AlertWork implements WorkSource {
    static final WorkKind ALERT = new WorkKind("alert", "alerts", "/alerts");
    /** Longer than any day anywhere. */
    private static final Duration DAY = Duration.ofHours(36);

    private final Alerts alerts;
    private final AlertReader reader;
    private final People people;
    private final Clock clock;

    AlertWork(Alerts alerts, AlertReader reader, People people, Clock clock) {
        this.alerts = alerts;
        this.reader = reader;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public List<WorkItem> items(Visibility caller) {
        Instant now = clock.instant();
        return alerts.openSince(now.minus(DAY)).stream()
                .flatMap(alert -> item(alert, caller, now).stream())
                .toList();
    }

    /** Who took an alert on is sealed. */
    @Override
    public int doneToday(Visibility caller) {
        return 0;
    }

    private Optional<WorkItem> item(Alert alert, Visibility caller, Instant now) {
        ZoneId zone = reader.zone(alert.subsidiaryId());
        LocalDate today = LocalDate.ofInstant(now, zone);
        boolean told = LocalDate.ofInstant(alert.times().openedAt(), zone).equals(today)
                && alert.recipient(Recipient.Role.MANAGER).isPresent()
                && AlertReader.asHr(alert, caller)
                && reader.sees(alert, caller)
                && people.card(alert.personId()).isPresent();
        return told
                ? Optional.of(new WorkItem(
                        ALERT, alert.id(), alert.personId(), new WorkItem.Due(null, today, false, true), () -> ""))
                : Optional.empty();
    }
}
