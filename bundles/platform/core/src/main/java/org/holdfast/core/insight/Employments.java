package org.holdfast.core.insight;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;

/**
 * First and last days of everybody's employment, from which exits and headcounts of any month are counted. Kept in
 * memory without saying whose they are; read anew when something about people has changed. Safe for many threads.
 */
final class Employments {
    private final People people;
    private final Map<UUID, Known> bySubsidiary = new ConcurrentHashMap<>();

    Employments(People people) {
        this.people = people;
    }

    /** An employment: epoch days, both inclusive; open ends are the extremes. */
    record Employment(long first, long last, boolean voluntary, Traits traits) {
        /** First day of whom it is not known since when. */
        static final long LONG_AGO = Long.MIN_VALUE / 2;

        boolean leavesIn(long from, long to) {
            return last >= from && last <= to;
        }

        /** Returns how many days of a span it covers. */
        long days(long from, long to) {
            return Math.max(0, Math.min(last, to) - Math.max(first, from) + 1);
        }
    }

    /** What somebody is at work, or was last, and the reason given when they left. Words are empty where not known. */
    record Traits(String family, String grade, String location, boolean keyPost, String reason) {}

    private record Known(long version, List<Employment> all) {}

    /**
     * Returns the employments of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return one for each person of whom it is known since when and until when
     */
    List<Employment> of(UUID subsidiaryId) {
        long version = people.version();
        // One reads, the others wait for it: opening everybody's record is the work of seconds.
        return bySubsidiary
                .compute(
                        subsidiaryId,
                        (id, known) ->
                                known != null && known.version() == version ? known : new Known(version, read(id)))
                .all();
    }

    /** Drops what is kept. */
    void forget() {
        bySubsidiary.clear();
    }

    private List<Employment> read(UUID subsidiaryId) {
        List<Employment> all = new ArrayList<>();
        people.forEach(subsidiaryId, employee -> of(employee).ifPresent(all::add));
        return List.copyOf(all);
    }

    /** Returns somebody's employment; empty for a leaver of whom it is not known since when. */
    static Optional<Employment> of(Employee employee) {
        LocalDate hired = employee.terms().hireDate();
        LocalDate left = employee.exit().date();
        boolean gone = employee.status() == Employee.Status.LEFT;
        if (gone && left == null) {
            return Optional.empty();
        }
        return Optional.of(new Employment(
                hired == null ? Employment.LONG_AGO : hired.toEpochDay(),
                gone && left != null ? left.toEpochDay() : Long.MAX_VALUE / 2,
                employee.exit().type().equals("voluntary"),
                traits(employee)));
    }

    private static Traits traits(Employee employee) {
        Employee.Post post = employee.post();
        return new Traits(
                post.family(),
                post.grade(),
                post.location(),
                post.keyPost(),
                employee.exit().reason().strip());
    }

    /** What employments add up to in a month. */
    record Sums(long days, int exits, int voluntary) {
        static final Sums NONE = new Sums(0, 0, 0);

        Sums plus(Sums other) {
            return new Sums(days + other.days, exits + other.exits, voluntary + other.voluntary);
        }
    }

    /** Returns what one employment adds to a month. */
    static Sums sums(Employment employment, YearMonth month) {
        long from = month.atDay(1).toEpochDay();
        long to = month.atEndOfMonth().toEpochDay();
        boolean leaves = employment.leavesIn(from, to);
        return new Sums(employment.days(from, to), leaves ? 1 : 0, leaves && employment.voluntary() ? 1 : 0);
    }

    /**
     * Counts a month.
     *
     * @param employments of whom
     * @param erased what people who have been erased add to it
     * @param month a month that is over
     * @return the month
     */
    static AttritionMonth month(List<Employment> employments, Sums erased, YearMonth month) {
        Sums all = erased;
        for (Employment employment : employments) {
            all = all.plus(sums(employment, month));
        }
        double mean = (double) all.days() / month.lengthOfMonth();
        double headcount = Math.round(10 * mean) / 10.0;
        if (mean < SmallGroups.FEWEST) {
            return new AttritionMonth(month.toString(), headcount, null, null, null);
        }
        double rate = Math.round(10_000 * 12 * all.voluntary() / mean) / 10_000.0;
        return new AttritionMonth(month.toString(), headcount, all.voluntary(), all.exits(), rate);
    }
}
