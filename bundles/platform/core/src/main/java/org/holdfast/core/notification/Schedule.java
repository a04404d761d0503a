package org.holdfast.core.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.core.access.ReminderPreference;
import org.holdfast.core.platform.calendar.WorkingCalendar;
import org.holdfast.launcher.config.MailSettings.QuietHours;

/**
 * When what waits for an account and is not urgent is put into one delivery. Hours are those of the account's own time zone, else
 * of the subsidiary of the first notice; days of work are those of the subsidiaries it is told of. Safe for use from many threads.
 */
final class Schedule {
    private static final int NOON = 12;
    /** When a day begins for whoever has no quiet hours. */
    private static final int EIGHT = 8;

    private final Function<UUID, WorkingCalendar> calendars;
    private final QuietHours serverQuiet;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param calendars of subsidiaries
     * @param serverQuiet the quiet hours of whoever has none of their own
     * @param clock tells the time
     */
    Schedule(Function<UUID, WorkingCalendar> calendars, QuietHours serverQuiet, Clock clock) {
        this.calendars = calendars;
        this.serverQuiet = serverQuiet;
        this.clock = clock;
    }

    /**
     * What is told together.
     *
     * @param part the part of time that has one delivery alone, or what else it is once for
     * @param notices what it tells of
     */
    record Batch(String part, List<Notification> notices) {}

    QuietHours serverQuiet() {
        return serverQuiet;
    }

    /** Returns what is to be told now; empty for not now. */
    Optional<Batch> batch(ReminderPreference preference, List<Notification> notices) {
        ZoneId zone = preference.zone().orElseGet(() -> calendar(notices.get(0)).zone());
        ZonedDateTime now = clock.instant().atZone(zone);
        QuietHours quiet = preference.quiet().orElse(serverQuiet);
        if (quiet.hold(now.getHour())) {
            return Optional.empty();
        }
        return switch (preference.rhythm()) {
            // Each notice is in one delivery, so that no two begin with the same.
            case AT_ONCE ->
                Optional.of(new Batch("once " + notices.get(0).notice().key(), notices));
            case HALF_DAILY ->
                Optional.of(new Batch(now.toLocalDate() + (now.getHour() < NOON ? " am" : " pm"), notices));
            case MORNING -> morning(now, quiet, notices);
        };
    }

    /** What came after the morning waits for the next one, so that a server that was down then still tells the rest today. */
    private Optional<Batch> morning(ZonedDateTime now, QuietHours quiet, List<Notification> notices) {
        int hour = quiet.from() == quiet.to() ? EIGHT : quiet.to();
        Instant begin = now.toLocalDate()
                .atTime(LocalTime.of(hour, 0))
                .atZone(now.getZone())
                .toInstant();
        List<Notification> told =
                notices.stream().filter(one -> one.createdAt().isBefore(begin)).toList();
        boolean works = told.stream().anyMatch(one -> calendar(one).works(now.toLocalDate()));
        boolean begun = !now.toInstant().isBefore(begin);
        return works && begun ? Optional.of(new Batch(now.toLocalDate() + " morning", told)) : Optional.empty();
    }

    private WorkingCalendar calendar(Notification one) {
        return calendars.apply(one.notice().subsidiaryId());
    }
}
