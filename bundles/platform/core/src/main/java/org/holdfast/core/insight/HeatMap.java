package org.holdfast.core.insight;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.people.Department;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.risk.runs.CurrentScores;
import org.holdfast.core.risk.runs.CurrentScores.Current;
import org.holdfast.core.risk.scoring.Band;
import org.jspecify.annotations.Nullable;

/** Adds current scores up by department and subsidiary. What is suppressed is the same for every reader. */
final class HeatMap {
    private final People people;
    private final CurrentScores scores;

    HeatMap(People people, CurrentScores scores) {
        this.people = people;
        this.scores = scores;
    }

    /**
     * Returns the nodes of a subsidiary.
     *
     * @param subsidiary the subsidiary
     * @return the subsidiary first, each department after what it is part of
     */
    List<HeatNode> nodes(Subsidiary subsidiary) {
        Unit root = tree(subsidiary);
        SmallGroups.suppress(root);
        List<HeatNode> nodes = new ArrayList<>();
        collect(root, nodes);
        return nodes;
    }

    private Unit tree(Subsidiary subsidiary) {
        Unit root = new Unit(subsidiary.id(), null, "subsidiary", subsidiary.name());
        Map<UUID, Department> departments = new HashMap<>();
        people.departments(subsidiary.id()).forEach(department -> departments.put(department.id(), department));
        Map<UUID, Unit> units = new HashMap<>();
        for (Department department : people.departments(subsidiary.id())) {
            UUID parent = parent(department, departments);
            units.put(
                    department.id(),
                    new Unit(
                            department.id(),
                            parent == null ? subsidiary.id() : parent,
                            "department",
                            department.name()));
        }
        for (Department department : people.departments(subsidiary.id())) {
            Unit unit = units.get(department.id());
            if (unit != null) {
                units.getOrDefault(unit.parentId, root).children.add(unit);
            }
        }
        count(subsidiary.id(), units, root);
        return root;
    }

    /** A department that is above itself, or whose parent is unknown, hangs under the subsidiary. */
    private static @Nullable UUID parent(Department department, Map<UUID, Department> all) {
        UUID above = department.parentId();
        for (int level = 0; above != null && level <= all.size(); level++) {
            Department next = all.get(above);
            if (next == null) {
                return level == 0 ? null : department.parentId();
            }
            if (next.id().equals(department.id())) {
                return null;
            }
            above = next.parentId();
        }
        return above == null ? department.parentId() : null;
    }

    private void count(UUID subsidiaryId, Map<UUID, Unit> units, Unit root) {
        List<PersonCard> atWork = people.ids(subsidiaryId).stream()
                .flatMap(id -> people.card(id).stream())
                .filter(card -> card.status() != Employee.Status.LEFT)
                .toList();
        for (PersonCard card : atWork) {
            Unit unit = card.departmentId() == null ? root : units.getOrDefault(card.departmentId(), root);
            Optional<Current> current = scores.of(card.id());
            unit.count(
                    current.map(found -> found.score().score()).orElse(Double.NaN),
                    current.map(found -> found.score().band()).orElse(Band.UNKNOWN));
        }
    }

    private static void collect(Unit unit, List<HeatNode> into) {
        into.add(unit.node());
        unit.children.forEach(child -> collect(child, into));
    }
}
