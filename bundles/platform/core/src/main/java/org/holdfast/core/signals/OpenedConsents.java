package org.holdfast.core.signals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.holdfast.core.signals.Consents.Consent;

/**
 * What people agreed to, as it was opened last: a run asks for everybody's twice a night. A row never changes, so what was opened
 * holds as long as the same rows are there, which is looked up each time. Nothing of whoever was erased, and nothing once the
 * key ring has closed. Safe for use from many threads.
 */
final class OpenedConsents {
    private static final int MOST_PEOPLE = 200_000;

    private final Predicate<UUID> erased;
    private final ConcurrentMap<UUID, Opened> byPerson = new ConcurrentHashMap<>();

    /** Takes whose key is destroyed. */
    OpenedConsents(Predicate<UUID> erased) {
        this.erased = erased;
    }

    /** Consents with the rows they are from. */
    private record Opened(Set<UUID> rows, List<Consent> consents) {}

    /** Returns what was opened from just these rows of a person. */
    Optional<List<Consent>> of(UUID personId, Set<UUID> rows) {
        Opened opened = byPerson.get(personId);
        return opened == null || !opened.rows.equals(rows) || erased.test(personId)
                ? Optional.empty()
                : Optional.of(opened.consents);
    }

    void put(UUID personId, Set<UUID> rows, List<Consent> consents) {
        if (byPerson.size() >= MOST_PEOPLE) {
            byPerson.clear();
        }
        byPerson.put(personId, new Opened(Set.copyOf(rows), List.copyOf(consents)));
        // Whoever is erased from here on is forgotten by the erasure; whoever was erased meanwhile, here.
        if (erased.test(personId)) {
            forget(personId);
        }
    }

    void forget(UUID personId) {
        byPerson.remove(personId);
    }

    void forgetAll() {
        byPerson.clear();
    }
}
