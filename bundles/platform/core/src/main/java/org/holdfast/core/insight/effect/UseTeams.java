package org.holdfast.core.insight.effect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.insight.SmallGroups;
import org.holdfast.core.people.Department;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.people.Subsidiary;

/**
 * Parts the superiors of a subsidiary into teams: the lowest departments that have enough of them; who is left goes to the
 * department above. Each superior is in one team at most and there is no sum of teams, so nobody can be worked out by taking one
 * figure from another.
 */
final class UseTeams {
    private final People people;

    UseTeams(People people) {
        this.people = people;
    }

    /**
     * The teams of a subsidiary.
     *
     * @param teams the teams by name
     * @param outside how many superiors are in none, because fewer than ten are left
     */
    record Parted(List<UseTeam> teams, int outside) {}

    /** Parts a subsidiary. */
    Parted of(Subsidiary subsidiary) {
        Map<UUID, Department> departments = people.departments(subsidiary.id()).stream()
                .collect(Collectors.toMap(Department::id, department -> department));
        Map<UUID, Set<UUID>> left = new HashMap<>();
        superiors(subsidiary.id())
                .forEach(card -> left.computeIfAbsent(home(card, departments, subsidiary.id()), id -> new HashSet<>())
                        .add(card.id()));
        Set<UUID> split = new HashSet<>();
        Set<UUID> done = new HashSet<>();
        List<UseTeam> teams = new ArrayList<>();
        for (Department department : deepestFirst(departments)) {
            Set<UUID> own = left.getOrDefault(department.id(), Set.of());
            done.add(department.id());
            UUID above = above(department, departments)
                    .filter(id -> !done.contains(id))
                    .orElse(subsidiary.id());
            if (own.size() >= SmallGroups.FEWEST) {
                teams.add(new UseTeam(department.name(), split.contains(department.id()), own));
                split.add(above);
            } else {
                left.computeIfAbsent(above, id -> new HashSet<>()).addAll(own);
                if (split.contains(department.id())) {
                    split.add(above);
                }
            }
        }
        Set<UUID> rest = left.getOrDefault(subsidiary.id(), Set.of());
        boolean enough = rest.size() >= SmallGroups.FEWEST;
        if (enough) {
            teams.add(new UseTeam(subsidiary.name(), split.contains(subsidiary.id()), rest));
        }
        teams.sort(Comparator.comparing(UseTeam::others).thenComparing(UseTeam::name));
        return new Parted(teams, enough ? 0 : rest.size());
    }

    private List<PersonCard> superiors(UUID subsidiaryId) {
        List<PersonCard> here = people.ids(subsidiaryId).stream()
                .flatMap(id -> people.card(id).stream())
                .filter(card -> card.status() != Employee.Status.LEFT)
                .toList();
        Set<UUID> leading = here.stream()
                .map(PersonCard::managerId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return here.stream().filter(card -> leading.contains(card.id())).toList();
    }

    private static UUID home(PersonCard card, Map<UUID, Department> departments, UUID subsidiaryId) {
        UUID department = card.departmentId();
        return department != null && departments.containsKey(department) ? department : subsidiaryId;
    }

    private static List<Department> deepestFirst(Map<UUID, Department> departments) {
        Map<UUID, Integer> depths = new HashMap<>();
        departments.values().forEach(department -> depths.put(department.id(), depth(department, departments)));
        return departments.values().stream()
                .sorted(Comparator.comparing((Department department) -> depths.getOrDefault(department.id(), 0))
                        .reversed()
                        .thenComparing(Department::id))
                .toList();
    }

    /** Wrong data can put a department above itself: the walk ends, and who is left there goes to the subsidiary. */
    private static int depth(Department department, Map<UUID, Department> departments) {
        int depth = 0;
        Optional<UUID> above = above(department, departments);
        while (above.isPresent() && depth <= departments.size()) {
            depth++;
            above = Optional.ofNullable(departments.get(above.get())).flatMap(next -> above(next, departments));
        }
        return depth;
    }

    private static Optional<UUID> above(Department department, Map<UUID, Department> departments) {
        return Optional.ofNullable(department.parentId()).filter(departments::containsKey);
    }
}
