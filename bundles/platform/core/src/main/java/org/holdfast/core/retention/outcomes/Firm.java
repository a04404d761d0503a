package org.holdfast.core.retention.outcomes;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.calendar.WorkingCalendar;
import org.holdfast.core.retention.Alerts;
import org.holdfast.core.retention.cases.Cases;

/**
 * What outcomes are recorded in.
 *
 * @param people who is employed
 * @param alerts what led to cases
 * @param cases the cases
 * @param clock the time
 */
record Firm(People people, Alerts alerts, Cases cases, Clock clock) {

    /** Returns the moment, to the millisecond, so that every database keeps it as it is. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    WorkingCalendar calendar(UUID subsidiaryId) {
        return alerts.clock(subsidiaryId, null).calendar();
    }

    LocalDate today(UUID subsidiaryId) {
        return day(subsidiaryId, clock.instant());
    }

    LocalDate day(UUID subsidiaryId, Instant at) {
        return LocalDate.ofInstant(at, calendar(subsidiaryId).zone());
    }

    /** Returns how somebody left; empty while they are employed. It comes from the records of people, from nobody's word. */
    Optional<Employee.Exit> exit(UUID personId) {
        return people.employee(personId)
                .filter(employee -> employee.status() == Employee.Status.LEFT)
                .map(Employee::exit);
    }
}
