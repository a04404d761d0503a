package org.holdfast.core.surveys;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.people.Department;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.jspecify.annotations.Nullable;

/**
 * Knows whom a round asks: everybody who works in its part of the firm. Whoever has no account yet may have one tomorrow, as where
 * a directory vouches for people. Safe for use from many threads.
 */
final class Asked {
    private final People people;

    Asked(People people) {
        this.people = people;
    }

    /**
     * Those who are asked.
     *
     * @param ids who
     * @param units how many of them are in each part the round is split by
     */
    record Invited(Set<UUID> ids, Map<UUID, Integer> units) {

        /** Copies the collections. */
        Invited {
            ids = Set.copyOf(ids);
            units = Map.copyOf(units);
        }

        int all() {
            return ids.size();
        }

        /** Returns how many are in no part, such as the head of the whole. */
        int inNone() {
            return all() - units.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    People people() {
        return people;
    }

    /** Says whether somebody works where a round asks. */
    boolean asks(Round round, PersonCard card) {
        return card.status() != Employee.Status.LEFT
                && card.subsidiaryId().equals(round.subsidiaryId())
                && (round.departmentId() == null || above(card).contains(round.departmentId()));
    }

    /** Returns whom a round asks now. */
    Invited of(Round round) {
        Set<UUID> ids = new HashSet<>();
        Map<UUID, Integer> units = new HashMap<>();
        for (UUID id : people.ids(round.subsidiaryId())) {
            PersonCard card = people.card(id).filter(one -> asks(round, one)).orElse(null);
            if (card != null) {
                ids.add(id);
                UUID unit = part(round, card);
                if (unit != null) {
                    units.merge(unit, 1, Integer::sum);
                }
            }
        }
        units.values().removeIf(count -> count < Tally.FEWEST);
        return new Invited(ids, units);
    }

    /** Returns the part of a round somebody is in: the department right below the round's own, or the firm. */
    @Nullable
    UUID part(Round round, PersonCard card) {
        List<UUID> above = above(card);
        int place = round.departmentId() == null ? above.size() : above.indexOf(round.departmentId());
        return place < 1 ? null : above.get(place - 1);
    }

    /**
     * Returns the part somebody's answer is counted in: none where so few work there that the part itself would tell who it was.
     */
    @Nullable
    UUID counted(Round round, PersonCard card) {
        UUID part = part(round, card);
        return part != null && headcount(round.subsidiaryId(), part) >= Tally.FEWEST ? part : null;
    }

    private int headcount(UUID subsidiaryId, UUID part) {
        return people.departments(subsidiaryId).stream()
                .map(Department::id)
                .filter(id -> chain(id).contains(part))
                .mapToInt(people::headcount)
                .sum();
    }

    /** Says whether one of two rounds asks people whom the other asks, too. */
    boolean overlap(Round one, Round other) {
        UUID here = one.departmentId();
        UUID there = other.departmentId();
        return one.subsidiaryId().equals(other.subsidiaryId())
                && (here == null
                        || there == null
                        || chain(here).contains(there)
                        || chain(there).contains(here));
    }

    private List<UUID> above(PersonCard card) {
        UUID unit = card.departmentId();
        return unit == null ? List.of() : chain(unit);
    }

    /** Returns a department and those above it; one that is above itself ends there. */
    private List<UUID> chain(UUID departmentId) {
        List<UUID> chain = new ArrayList<>();
        UUID next = departmentId;
        while (next != null && !chain.contains(next)) {
            chain.add(next);
            next = people.department(next).map(Department::parentId).orElse(null);
        }
        return chain;
    }
}
