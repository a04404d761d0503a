package org.holdfast.core.offboarding.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.holdfast.core.offboarding.labour.ExitLaw;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.calendar.WorkingCalendar;
import org.holdfast.core.platform.calendar.WorkingCalendars;

/**
 * What people leave.
 *
 * @param people who is employed
 * @param calendars on which days they work
 * @param law what the country says of the end of an employment
 * @param clock the time
 */
record Firm(People people, WorkingCalendars calendars, ExitLaw law, Clock clock) {

    /** Returns the moment, to the millisecond, so that every database keeps it as it is. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    WorkingCalendar calendar(UUID subsidiaryId) {
        return calendars.of(subsidiaryId);
    }

    ZoneId zone(UUID subsidiaryId) {
        return calendar(subsidiaryId).zone();
    }

    LocalDate today(UUID subsidiaryId) {
        return LocalDate.ofInstant(now(), zone(subsidiaryId));
    }

    /** Returns when a day is over in a subsidiary. */
    Instant end(UUID subsidiaryId, LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone(subsidiaryId)).toInstant();
    }
}
