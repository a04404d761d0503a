package org.holdfast.core.retention.plans;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.calendar.WorkingCalendar;
import org.holdfast.core.retention.Alerts;
import org.jspecify.annotations.Nullable;

/**
 * Who can be asked to do something for a person: HR, and the superiors who could get an alert about them. Never the person or
 * anybody who reports to them.
 *
 * @param alerts knows superiors and their days of work
 * @param subsidiaryId the person's subsidiary
 * @param superiors random ids of the superiors, the nearest first
 * @param clock the time
 */
record Owners(Alerts alerts, UUID subsidiaryId, List<UUID> superiors, Clock clock) {

    /** Copies the superiors. */
    Owners {
        superiors = List.copyOf(superiors);
    }

    boolean has(@Nullable UUID ownerId) {
        return ownerId == null || superiors.contains(ownerId);
    }

    WorkingCalendar calendar(@Nullable UUID ownerId) {
        return alerts.clock(subsidiaryId, ownerId).calendar();
    }

    LocalDate today(@Nullable UUID ownerId) {
        return LocalDate.ofInstant(clock.instant(), calendar(ownerId).zone());
    }
}
