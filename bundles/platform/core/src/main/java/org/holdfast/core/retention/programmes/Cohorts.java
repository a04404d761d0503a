package org.holdfast.core.retention.programmes;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.holdfast.core.people.Department;
import org.holdfast.core.people.People;

/**
 * Finds who met criteria on a day. Departments, families, grades and key posts are those of today, of leavers the last ones; tenure and
 * promotions are those of the day. Safe for use from many threads.
 */
final class Cohorts {
    private final People people;
    private final Workforce workforce;
    private final Promotions promotions;

    Cohorts(People people, Workforce workforce, Promotions promotions) {
        this.people = people;
        this.workforce = workforce;
        this.promotions = promotions;
    }

    /** Returns who met criteria on a day, in a stable order. */
    List<Employed> of(UUID subsidiaryId, Cohort cohort, LocalDate day) {
        return select(subsidiaryId, cohort, day, workforce.of(subsidiaryId).values());
    }

    /** Returns who met all criteria on a day but that of the department. */
    List<Employed> outside(UUID subsidiaryId, Cohort cohort, LocalDate day) {
        Set<UUID> inside = under(subsidiaryId, cohort.departmentIds());
        Collection<Employed> others = workforce.of(subsidiaryId).values().stream()
                .filter(one -> one.departmentId() == null || !inside.contains(one.departmentId()))
                .toList();
        return select(subsidiaryId, cohort.everywhere(), day, others);
    }

    /** Says whether one of some people meets criteria on a day. */
    boolean anyOf(Collection<UUID> some, UUID subsidiaryId, Cohort cohort, LocalDate day) {
        Map<UUID, Employed> all = workforce.of(subsidiaryId);
        List<Employed> asked =
                some.stream().filter(all::containsKey).map(all::get).toList();
        return !select(subsidiaryId, cohort, day, asked).isEmpty();
    }

    /** Returns the employment of members; whoever was erased is not among them. */
    List<Employed> among(UUID subsidiaryId, Collection<UUID> members) {
        Map<UUID, Employed> all = workforce.of(subsidiaryId);
        return members.stream().filter(all::containsKey).map(all::get).toList();
    }

    /** Returns the families there are, and the grades. */
    Set<String> distinct(UUID subsidiaryId, Function<Employed.Post, String> part) {
        Set<String> found = new TreeSet<>();
        workforce.of(subsidiaryId).values().stream()
                .filter(one -> one.left() == null)
                .map(one -> part.apply(one.post()))
                .filter(word -> !word.isEmpty())
                .forEach(found::add);
        return found;
    }

    /** Returns departments with those under them. */
    Set<UUID> under(UUID subsidiaryId, Collection<UUID> departmentIds) {
        Set<UUID> found = new HashSet<>(departmentIds);
        List<Department> all = people.departments(subsidiaryId);
        boolean more = !found.isEmpty();
        while (more) {
            more = all.stream()
                    .filter(unit -> unit.parentId() != null && found.contains(unit.parentId()))
                    .map(unit -> found.add(unit.id()))
                    .reduce(false, Boolean::logicalOr);
        }
        return found;
    }

    private List<Employed> select(UUID subsidiaryId, Cohort cohort, LocalDate day, Collection<Employed> from) {
        Set<UUID> units = under(subsidiaryId, cohort.departmentIds());
        List<Employed> met = from.stream()
                .filter(one -> one.on(day))
                .filter(one -> units.isEmpty() || (one.departmentId() != null && units.contains(one.departmentId())))
                .filter(one -> post(one.post(), cohort))
                .filter(one -> tenure(one, cohort, day))
                .sorted(Comparator.comparing(Employed::id))
                .toList();
        Integer months = cohort.noPromotionMonths();
        return months == null || met.isEmpty() ? met : unpromoted(subsidiaryId, met, day, months);
    }

    private static boolean post(Employed.Post post, Cohort cohort) {
        return (cohort.families().isEmpty() || cohort.families().contains(post.family()))
                && (cohort.grades().isEmpty() || cohort.grades().contains(post.grade()))
                && (cohort.keyPost() == null || cohort.keyPost() == post.keyPost());
    }

    private static boolean tenure(Employed one, Cohort cohort, LocalDate day) {
        Integer from = cohort.tenureFrom();
        Integer to = cohort.tenureTo();
        boolean bounded = from != null || to != null;
        return !(bounded && one.hired() == null)
                && (from == null || Employed.ago(one.hired(), day, from))
                && (to == null || !Employed.ago(one.hired(), day, to + 1));
    }

    private List<Employed> unpromoted(UUID subsidiaryId, List<Employed> met, LocalDate day, int months) {
        Map<UUID, List<LocalDate>> days =
                promotions.of(subsidiaryId, met.stream().map(Employed::id).toList());
        Predicate<Employed> longAgo = one -> {
            List<LocalDate> known = days.get(one.id());
            LocalDate last = known == null
                    ? null
                    : known.stream()
                            .filter(promoted -> !promoted.isAfter(day))
                            .max(Comparator.naturalOrder())
                            .orElse(one.hired());
            return Employed.ago(last, day, months);
        };
        return met.stream().filter(longAgo).toList();
    }
}
