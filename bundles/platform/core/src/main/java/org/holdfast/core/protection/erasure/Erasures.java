package org.holdfast.core.protection.erasure;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditEvent.About;
import org.holdfast.launcher.audit.AuditEvent.Actor;
import org.holdfast.launcher.shred.ShredLedger;
import org.holdfast.launcher.shred.Shredded;
import org.jspecify.annotations.Nullable;

/**
 * Erases people: deletes their rows in all rooms, notes them in the shred ledger and destroys their keys, in this order.
 * The ledger is written last before the rows are committed, so that an erasure that is cut off before it has not happened,
 * and one cut off after it is carried out to its end at the next start. Safe for use from many threads.
 */
public final class Erasures {
    private final Keys keys;
    private final Database database;
    private final ErasureTable table;
    private final LegalHolds holds;
    private final Iterable<PersonTraces> rooms;

    /**
     * Creates it.
     *
     * @param keys what destroying a key takes
     * @param database where the rows are
     * @param holds who is on hold
     * @param rooms what each room holds about people
     */
    public Erasures(Keys keys, Database database, LegalHolds holds, Iterable<PersonTraces> rooms) {
        this.keys = keys;
        this.database = database;
        this.table = new ErasureTable(database);
        this.holds = holds;
        this.rooms = rooms;
    }

    /**
     * What destroying a key takes.
     *
     * @param vault holds the keys
     * @param ledger remembers whose are destroyed
     * @param audit takes what was done
     * @param clock the time
     */
    public record Keys(Vault vault, ShredLedger ledger, Consumer<AuditEvent> audit, Clock clock) {}

    /**
     * What an erasure would do.
     *
     * @param held number of rows by what they are
     * @param obstacle why it cannot be done now, or null
     */
    public record Preview(Map<String, Long> held, @Nullable ErasureError obstacle) {

        /** Copies the numbers. */
        public Preview {
            held = Map.copyOf(held);
        }
    }

    /**
     * Looks what is held about a person, and whether the person can be erased.
     *
     * @param person the person
     * @return what an erasure would do; nothing is changed
     */
    public Preview preview(Subject person) {
        return database.call(connection -> {
            Map<String, Long> held = new TreeMap<>();
            for (PersonTraces room : rooms) {
                room.count(connection, person).forEach((code, rows) -> held.merge(code, rows, Long::sum));
            }
            return new Preview(held, obstacle(connection, person).orElse(null));
        });
    }

    private Optional<ErasureError> obstacle(Connection connection, Subject person) throws SQLException {
        LocalDate today = LocalDate.ofInstant(keys.clock().instant(), ZoneOffset.UTC);
        Set<UUID> held = holds.held(person.subsidiaryId(), today.minusDays(1));
        if (held.contains(person.personId().orElseThrow())) {
            return Optional.of(ErasureError.ON_HOLD);
        }
        for (PersonTraces room : rooms) {
            Optional<ErasureError> obstacle = room.obstacle(connection, person);
            if (obstacle.isPresent()) {
                return obstacle;
            }
        }
        return Optional.empty();
    }

    /**
     * Erases a person. When this returns, nothing about the person can be read any more, in this database, its standby and
     * its backups.
     *
     * @param person the person
     * @param ground why
     * @param by the account that orders it, null for the retention schedule
     * @return what was done
     * @throws RestException with status 409 where something stands against it
     * @throws PersonErasedException where the person has been erased already
     */
    public synchronized Erasure erase(Subject person, Ground ground, @Nullable UUID by) {
        UUID id = person.personId().orElseThrow();
        if (keys.vault().erased(id)) {
            throw new PersonErasedException();
        }
        Instant now = keys.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        Erasure erasure = new Erasure(person.subsidiaryId(), id, now, ground, by);
        try {
            database.run(connection -> {
                Optional<ErasureError> obstacle = obstacle(connection, person);
                if (obstacle.isPresent()) {
                    throw RestException.of(obstacle.get(), "Something stands against the erasure.");
                }
                delete(connection, person, erasure);
                keys.ledger().add(new Shredded(person.subsidiaryId(), id, now));
            });
        } finally {
            // Once the ledger says so there is no way back, whatever becomes of the rows: the next start deletes them.
            if (keys.vault().erased(id)) {
                keys.vault().destroy(person);
                rooms.forEach(room -> room.forget(person));
            }
        }
        audit(erasure);
        return erasure;
    }

    private void delete(Connection connection, Subject person, Erasure erasure) throws SQLException {
        for (PersonTraces room : rooms) {
            room.note(connection, person);
        }
        for (PersonTraces room : rooms) {
            room.erase(connection, person);
        }
        table.add(connection, erasure);
    }

    /**
     * Carries out to its end what was cut off, and once more what a restored database has brought back: deletes the rows
     * of everybody who stands in the ledger and not in the database. Needs no open key ring.
     *
     * @return how many people that were
     */
    public int repeat() {
        Set<UUID> done = table.persons();
        List<Shredded> open = keys.ledger().all().stream()
                .filter(shredded -> !done.contains(shredded.personId()))
                .toList();
        for (Shredded shredded : open) {
            Subject person = Subject.person(shredded.subsidiaryId(), shredded.personId());
            Erasure erasure =
                    new Erasure(shredded.subsidiaryId(), shredded.personId(), shredded.at(), Ground.REPEATED, null);
            keys.vault().destroy(person);
            database.run(connection -> delete(connection, person, erasure));
            rooms.forEach(room -> room.forget(person));
            audit(erasure);
        }
        return open.size();
    }

    /**
     * Returns the erasures in a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return newest first
     */
    public List<Erasure> of(UUID subsidiaryId) {
        return table.of(subsidiaryId);
    }

    private void audit(Erasure erasure) {
        UUID by = erasure.by();
        Actor actor = by == null ? Actor.SERVER : new Actor(by.toString(), List.of(), "session");
        About about = new About(
                erasure.subsidiaryId().toString(), List.of(erasure.personId().toString()), null);
        keys.audit()
                .accept(new AuditEvent(
                        "person.erased",
                        actor,
                        about,
                        AuditEvent.DONE,
                        Map.of("ground", erasure.ground().code())));
    }
}
