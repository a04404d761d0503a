package org.holdfast.core.insight.effect;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.people.Employee;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's employment, as figures need it.
 *
 * @param id the person
 * @param hired first day, {@link LocalDate#MIN} where not known
 * @param left last day, null while employed
 * @param voluntary whether they left by their own will
 * @param keyPost whether theirs is a key post
 * @param family code of the position family
 */
record Worker(UUID id, LocalDate hired, @Nullable LocalDate left, boolean voluntary, boolean keyPost, String family) {

    /** Returns somebody's employment; empty for a leaver of whom the last day is not known. */
    static Optional<Worker> of(Employee employee) {
        LocalDate hired = employee.terms().hireDate();
        LocalDate left = employee.exit().date();
        boolean gone = employee.status() == Employee.Status.LEFT;
        if (gone && left == null) {
            return Optional.empty();
        }
        return Optional.of(new Worker(
                employee.id(),
                hired == null ? LocalDate.MIN : hired,
                gone ? left : null,
                gone && employee.exit().type().equals("voluntary"),
                employee.post().keyPost(),
                employee.post().family()));
    }

    /** Says whether they are still employed on a day. */
    boolean hereOn(LocalDate day) {
        return left == null || !left.isBefore(day);
    }

    /** Says whether they left by their own will from one day to another, both included. */
    boolean resignedIn(LocalDate from, LocalDate to) {
        return voluntary && left != null && !left.isBefore(from) && !left.isAfter(to);
    }

    /** Returns on how many days of a span they were employed. */
    long days(LocalDate from, LocalDate to) {
        LocalDate first = hired.isAfter(from) ? hired : from;
        LocalDate last = left == null || left.isAfter(to) ? to : left;
        return Math.max(0, last.toEpochDay() - first.toEpochDay() + 1);
    }
}
