package org.holdfast.core.retention.teams;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.jspecify.annotations.Nullable;

/**
 * Who left when, held in memory while the key ring is open: days of exits are sealed. Read anew when something about people has
 * changed. Safe for use from many threads.
 */
final class Leavers {
    private final People people;
    private final Map<UUID, Known> bySubsidiary = new ConcurrentHashMap<>();

    Leavers(People people) {
        this.people = people;
    }

    /**
     * Somebody who left.
     *
     * @param personId the person
     * @param departmentId where they worked last, null where not said
     * @param on the last day
     * @param type {@code voluntary}, {@code involuntary}, {@code retirement}, {@code other} or empty
     */
    record Leaver(UUID personId, @Nullable UUID departmentId, LocalDate on, String type) {}

    private record Known(long version, List<Leaver> all) {}

    /** Returns who left a subsidiary on a known day, in any order. */
    List<Leaver> of(UUID subsidiaryId) {
        long version = people.version();
        Known known = bySubsidiary.get(subsidiaryId);
        if (known == null || known.version() != version) {
            known = new Known(version, read(subsidiaryId));
            bySubsidiary.put(subsidiaryId, known);
        }
        return known.all();
    }

    /** Holds nothing any more: the key ring is closed. */
    void forget() {
        bySubsidiary.clear();
    }

    private List<Leaver> read(UUID subsidiaryId) {
        List<Leaver> found = new ArrayList<>();
        people.forEach(subsidiaryId, employee -> {
            LocalDate on = employee.exit().date();
            if (employee.status() == Employee.Status.LEFT && on != null) {
                found.add(new Leaver(
                        employee.id(),
                        employee.departmentId(),
                        on,
                        employee.exit().type()));
            }
        });
        return List.copyOf(found);
    }
}
