package org.holdfast.core.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.people.People;
import org.holdfast.core.signals.Arrivals;

/**
 * Notes about whom an import has stored something new: each once, and where they are more than a fifth of a subsidiary,
 * the subsidiary as a whole, so that a file of a million rows costs one scoring run and little memory. For one run and
 * one thread.
 */
final class ArrivalNotes {
    /** So few are scored one by one, however small the subsidiary is. */
    static final int FEW = 200;

    private static final int FIFTH = 5;

    private final Arrivals arrivals;
    private final People people;
    private final Map<UUID, Set<UUID>> noted = new HashMap<>();
    private final Set<UUID> everybody = new HashSet<>();

    ArrivalNotes(Arrivals arrivals, People people) {
        this.arrivals = arrivals;
        this.people = people;
    }

    /** Notes people in the transaction that stored what is new about them. */
    void note(UUID subsidiaryId, Collection<UUID> persons) {
        if (persons.isEmpty() || everybody.contains(subsidiaryId)) {
            return;
        }
        Set<UUID> all = noted.computeIfAbsent(subsidiaryId, id -> new HashSet<>());
        List<UUID> fresh = persons.stream().filter(all::add).toList();
        if (all.size() > Math.max(FEW, people.headcount(subsidiaryId) / FIFTH)) {
            arrivals.noteEverybody(subsidiaryId);
            everybody.add(subsidiaryId);
            noted.remove(subsidiaryId);
        } else {
            arrivals.note(subsidiaryId, fresh);
        }
    }

    /** Returns the subsidiaries in which something new is known about somebody. */
    Set<UUID> subsidiaries() {
        Set<UUID> all = new HashSet<>(everybody);
        all.addAll(noted.keySet());
        return all;
    }
}
