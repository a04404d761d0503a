package org.holdfast.core.retention.programmes;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.people.Employee;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's employment, as a cohort is chosen and counted by it.
 *
 * @param id the person
 * @param departmentId where they work, or worked last; null where not said
 * @param post their post, or their last one
 * @param hired first day, null where not known
 * @param left last day, null while employed
 * @param voluntary whether they left by their own will
 */
record Employed(
        UUID id,
        @Nullable UUID departmentId,
        Post post,
        @Nullable LocalDate hired,
        @Nullable LocalDate left,
        boolean voluntary) {

    /** What a post is counted by. */
    record Post(String family, String grade, boolean keyPost) {}

    /** Returns somebody's employment; empty for a leaver of whom the last day is not known. */
    static Optional<Employed> of(Employee employee) {
        LocalDate left = employee.exit().date();
        boolean gone = employee.status() == Employee.Status.LEFT;
        if (gone && left == null) {
            return Optional.empty();
        }
        Employee.Post post = employee.post();
        return Optional.of(new Employed(
                employee.id(),
                employee.departmentId(),
                new Post(post.family(), post.grade(), post.keyPost()),
                employee.terms().hireDate(),
                gone ? left : null,
                gone && employee.exit().type().equals("voluntary")));
    }

    /** Says whether they were employed on a day and did not leave with it. */
    boolean on(LocalDate day) {
        return (hired == null || !hired.isAfter(day)) && (left == null || left.isAfter(day));
    }

    /** Says whether they left by their own will after one day, and not after another. */
    boolean resigned(LocalDate after, LocalDate until) {
        return voluntary && left != null && left.isAfter(after) && !left.isAfter(until);
    }

    /** Says whether a day is so many months ago on another. */
    static boolean ago(@Nullable LocalDate day, LocalDate on, int months) {
        return day != null && ChronoUnit.MONTHS.between(day, on) >= months;
    }
}
