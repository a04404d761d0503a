package org.holdfast.core.retention.programmes;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Counts what became of a cohort: who left by their own will within some months after it was fixed, beside those who met the same
 * criteria as many months earlier, and beside those who met them in other departments. Safe for use from many threads.
 */
final class CohortEffect {
    private final Cohorts cohorts;
    private final ProgrammeTable table;

    CohortEffect(Cohorts cohorts, ProgrammeTable table) {
        this.cohorts = cohorts;
        this.table = table;
    }

    /**
     * What was counted.
     *
     * @param before who met the criteria before
     * @param after who belongs to the cohort
     * @param otherBefore who met them elsewhere before, null where there is no comparison
     * @param otherAfter who met them elsewhere when the cohort was fixed, null where there is no comparison
     */
    record Counts(
            Count before,
            Count after,
            @Nullable Count otherBefore,
            @Nullable Count otherAfter) {}

    /**
     * How many of how many.
     *
     * @param left who left by their own will
     * @param people of how many
     */
    record Count(int left, int people) {
        static Count of(List<Employed> people, LocalDate from, LocalDate to) {
            return new Count(
                    (int) people.stream().filter(one -> one.resigned(from, to)).count(), people.size());
        }
    }

    /**
     * Counts.
     *
     * @param of a programme that was started
     * @param months within how many months an exit counts
     * @return what was counted; of members who were erased nothing is known any more
     */
    Counts count(Programme of, int months) {
        LocalDate start = start(of);
        LocalDate earlier = start.minusMonths(months);
        LocalDate end = start.plusMonths(months);
        Cohort cohort = of.content().cohort();
        UUID firm = of.subsidiaryId();
        List<UUID> members = table.memberIds(of.id());
        Count after = Count.of(cohorts.among(firm, members), start, end);
        Count before = Count.of(cohorts.of(firm, cohort, earlier), earlier, start);
        if (cohort.departmentIds().isEmpty()) {
            return new Counts(before, after, null, null);
        }
        Set<UUID> own = new HashSet<>(members);
        List<Employed> others = cohorts.outside(firm, cohort, start).stream()
                .filter(one -> !own.contains(one.id()))
                .toList();
        return new Counts(
                before,
                after,
                Count.of(cohorts.outside(firm, cohort, earlier), earlier, start),
                Count.of(others, start, end));
    }

    /** Returns the first day on which all of the months are over. */
    static LocalDate knownOn(Programme of, int months) {
        return start(of).plusMonths(months).plusDays(1);
    }

    private static LocalDate start(Programme of) {
        LocalDate start = of.course().startedOn();
        if (start == null) {
            throw new IllegalArgumentException("The programme was not started");
        }
        return start;
    }
}
