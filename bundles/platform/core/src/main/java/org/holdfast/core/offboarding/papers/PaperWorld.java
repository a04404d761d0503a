package org.holdfast.core.offboarding.papers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.holdfast.core.offboarding.cases.ExitCases;
import org.holdfast.core.offboarding.labour.ExitLaw;
import org.holdfast.core.offboarding.settlement.ExitFacts;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.calendar.WorkingCalendars;

/**
 * What is around the papers of who leaves.
 *
 * @param cases who leaves
 * @param facts how
 * @param law what the country says of it
 * @param people the register
 * @param calendars knows time zones
 * @param clock the time
 */
record PaperWorld(
        ExitCases cases, ExitFacts facts, ExitLaw law, People people, WorkingCalendars calendars, Clock clock) {

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
