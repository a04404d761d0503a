package org.holdfast.core.protection.rights;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.api.jurisdiction.ResponseTime;
import org.holdfast.api.jurisdiction.ResponseTime.Unit;
import org.holdfast.core.platform.calendar.WorkingCalendar;

/**
 * By when a request is answered, as the subsidiary's rule book says (GDPR Art. 12(3), PIPL Art. 50), in days of work of its
 * country. Holidays that are not known do not lengthen a time. Safe for use from many threads.
 */
public final class Deadlines {
    /** Where no rule book holds: the shortest time of those that ship. */
    private static final int WORKING_DAYS = 15;

    private final Function<UUID, List<ResponseTime>> times;
    private final Function<UUID, WorkingCalendar> calendars;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param times returns a subsidiary's times to answer; none where no rule book holds
     * @param calendars returns when people of a subsidiary work, and where its days begin
     * @param clock the time
     */
    public Deadlines(Function<UUID, List<ResponseTime>> times, Function<UUID, WorkingCalendar> calendars, Clock clock) {
        this.times = times;
        this.calendars = calendars;
        this.clock = clock;
    }

    /**
     * Returns the day it is.
     *
     * @param subsidiaryId where
     * @return today
     */
    public LocalDate today(UUID subsidiaryId) {
        return day(subsidiaryId, clock.instant());
    }

    LocalDate day(UUID subsidiaryId, Instant moment) {
        return LocalDate.ofInstant(moment, calendars.apply(subsidiaryId).zone());
    }

    /**
     * Returns by when a request is answered.
     *
     * @param subsidiaryId the person's subsidiary
     * @param kind what is asked for
     * @param receivedOn when it came
     * @return the last day
     */
    public LocalDate due(UUID subsidiaryId, RequestKind kind, LocalDate receivedOn) {
        ResponseTime time = time(subsidiaryId, kind);
        return after(subsidiaryId, receivedOn, time.within(), time.unit());
    }

    /**
     * Returns by when a request is answered whose time is extended.
     *
     * @param subsidiaryId the person's subsidiary
     * @param kind what is asked for
     * @param receivedOn when it came
     * @return the last day, or empty where the rule book allows no extension
     */
    public Optional<LocalDate> extended(UUID subsidiaryId, RequestKind kind, LocalDate receivedOn) {
        ResponseTime time = time(subsidiaryId, kind);
        return time.extension() == 0
                ? Optional.empty()
                : Optional.of(after(subsidiaryId, receivedOn, time.within() + time.extension(), time.unit()));
    }

    private ResponseTime time(UUID subsidiaryId, RequestKind kind) {
        return times.apply(subsidiaryId).stream()
                .filter(time -> time.request() == kind.time())
                .findFirst()
                .orElseGet(() -> new ResponseTime(kind.time(), WORKING_DAYS, Unit.WORKING_DAYS, 0));
    }

    private LocalDate after(UUID subsidiaryId, LocalDate day, int count, Unit unit) {
        return switch (unit) {
            case DAYS -> day.plusDays(count);
            case MONTHS -> day.plusMonths(count);
            case WORKING_DAYS -> calendars.apply(subsidiaryId).after(day, count);
        };
    }

    /**
     * Returns the day some days of work after another.
     *
     * @param subsidiaryId where
     * @param day a day
     * @param count how many days of work later, 0 or more
     * @return the day
     */
    public LocalDate workingDays(UUID subsidiaryId, LocalDate day, int count) {
        return calendars.apply(subsidiaryId).after(day, count);
    }
}
