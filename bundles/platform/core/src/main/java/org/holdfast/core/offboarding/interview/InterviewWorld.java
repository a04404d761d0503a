package org.holdfast.core.offboarding.interview;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.holdfast.core.offboarding.cases.ExitCases;
import org.holdfast.core.offboarding.cases.Exits;
import org.holdfast.core.offboarding.cases.RunningCases;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.calendar.WorkingCalendars;

/**
 * What is around exit interviews.
 *
 * @param cases who leaves
 * @param people everybody
 * @param calendars days of subsidiaries
 * @param clock the time
 */
record InterviewWorld(Leavers cases, People people, WorkingCalendars calendars, Clock clock) {

    /**
     * Who leaves, and has left.
     *
     * @param known each case
     * @param running those that go on
     * @param exits those who left
     */
    record Leavers(ExitCases known, RunningCases running, Exits exits) {}

    /** Returns the moment, to the millisecond, so that every database keeps it as it is. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    ZoneId zone(UUID subsidiaryId) {
        return calendars.of(subsidiaryId).zone();
    }

    LocalDate today(UUID subsidiaryId) {
        return LocalDate.ofInstant(now(), zone(subsidiaryId));
    }
}
