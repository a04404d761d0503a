package org.holdfast.core.privacy.breach;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.protection.RecordTampered;
import org.holdfast.core.protection.Subject;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditEvent.About;
import org.holdfast.launcher.audit.AuditEvent.Actor;

/**
 * Opens an incident where a sealed record does not open because it was altered or moved: at most one per subsidiary and day.
 * Whom further records of the day are about is added to its list. Safe for use from many threads.
 */
final class FoundBreaches {
    private final Breaches breaches;
    private final People people;
    private final Consumer<AuditEvent> audit;
    /** What has been dealt with today, so that a thousand records at once cost no thousand look-ups. */
    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    FoundBreaches(Breaches breaches, People people, Consumer<AuditEvent> audit) {
        this.breaches = breaches;
        this.people = people;
        this.audit = audit;
    }

    /** Returns whether the same has been dealt with today. */
    boolean known(RecordTampered found) {
        return where(found.subject()).stream()
                .allMatch(firm -> seen.contains(key(firm) + found.subject().id()));
    }

    /** Registers what was found. */
    void take(RecordTampered found) {
        UUID incident = UUID.randomUUID();
        for (Subsidiary firm : where(found.subject())) {
            String key = key(firm);
            seen.removeIf(other -> other.startsWith(firm.id().toString()) && !other.startsWith(key));
            if (!seen.contains(key + found.subject().id())) {
                register(incident, firm, key, found);
                seen.add(key + found.subject().id());
            }
        }
    }

    private void register(UUID incident, Subsidiary firm, String key, RecordTampered found) {
        List<UUID> persons = found.subject().personId().stream().toList();
        BreachTable table = breaches.tables().breaches();
        table.database().run(connection -> {
            Optional<Breach> today = table.found(key);
            if (today.isEmpty()) {
                breaches.concerns(breaches.found(incident, firm.id(), found.place(), key), persons);
                audit.accept(opened(firm.id(), persons, found.place()));
            } else if (today.get().state() != State.CLOSED) {
                breaches.concerns(today.get(), persons);
            }
        });
    }

    private static AuditEvent opened(UUID firm, List<UUID> persons, String place) {
        List<String> about = persons.stream().map(UUID::toString).toList();
        return new AuditEvent(
                "breach.opened",
                Actor.SERVER,
                new About(firm.toString(), about, null),
                AuditEvent.DONE,
                Map.of("place", place));
    }

    /** What belongs to the whole group concerns every subsidiary. */
    private List<Subsidiary> where(Subject subject) {
        return people.subsidiary(subject.subsidiaryId()).map(List::of).orElseGet(people::subsidiaries);
    }

    private String key(Subsidiary firm) {
        return firm.id() + " " + LocalDate.ofInstant(breaches.now(), firm.timezone());
    }
}
