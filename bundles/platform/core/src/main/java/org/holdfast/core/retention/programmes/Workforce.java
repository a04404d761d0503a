package org.holdfast.core.retention.programmes;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.core.people.People;

/**
 * Everybody's employment, held in memory while the key ring is open: days of exits are sealed. Read anew when something about people
 * has changed. Safe for use from many threads.
 */
final class Workforce {
    private final People people;
    private final Map<UUID, Known> bySubsidiary = new ConcurrentHashMap<>();

    Workforce(People people) {
        this.people = people;
    }

    private record Known(long version, Map<UUID, Employed> all) {}

    /** Returns who works or worked in a subsidiary, by person. */
    Map<UUID, Employed> of(UUID subsidiaryId) {
        long version = people.version();
        Known known = bySubsidiary.get(subsidiaryId);
        if (known == null || known.version() != version) {
            Map<UUID, Employed> read = new LinkedHashMap<>();
            people.forEach(subsidiaryId, employee -> Employed.of(employee).ifPresent(one -> read.put(one.id(), one)));
            known = new Known(version, Map.copyOf(read));
            bySubsidiary.put(subsidiaryId, known);
        }
        return known.all();
    }

    /** Holds nothing any more: the key ring is closed. */
    void forget() {
        bySubsidiary.clear();
    }
}
