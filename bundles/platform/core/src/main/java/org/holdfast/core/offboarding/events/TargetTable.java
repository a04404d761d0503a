package org.holdfast.core.offboarding.events;

import static org.holdfast.core.offboarding.Statements.instant;
import static org.holdfast.core.offboarding.Statements.query;
import static org.holdfast.core.offboarding.Statements.update;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.offboarding.cases.CaseChange;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.Json;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;

/** The systems that are told of changes. A change is a conditional update: of two who make one, one does. Safe for use from many threads. */
final class TargetTable {
    private static final int SEALED_VERSION = 1;
    private static final String COLUMNS = "id, subsidiary_id, audience, kinds, active, version, content, failures,"
            + " held_until, failing_since, error, delivered_at";

    private final Database database;
    private final Vault vault;

    TargetTable(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Adds a target; a constraint is broken where there is one of its id. */
    void add(Target fresh) {
        vault.prepare(fresh.subsidiaryId(), List.of());
        database.run(connection -> update(
                connection,
                "insert into event_target (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, 0, null, null, null, null)",
                fresh.id(),
                fresh.subsidiaryId(),
                fresh.wanted().audience().code(),
                words(fresh.wanted().kinds()),
                fresh.active(),
                fresh.version(),
                seal(fresh)));
    }

    /** Writes a target anew, and has it tried again at once; false where somebody else has changed it since it was read. */
    boolean change(Target fresh) {
        return database.call(connection -> update(
                        connection,
                        "update event_target set kinds = ?, active = ?, version = version + 1, content = ?, failures = 0,"
                                + " held_until = null, error = null, failing_since = null where id = ? and version = ?",
                        words(fresh.wanted().kinds()),
                        fresh.active(),
                        seal(fresh),
                        fresh.id(),
                        fresh.version())
                == 1);
    }

    /** Removes a target with what waits for it; false where somebody else has changed it since it was read. */
    boolean remove(UUID id, int version) {
        return database.call(connection -> {
            int removed = update(connection, "delete from event_target where id = ? and version = ?", id, version);
            if (removed == 1) {
                forgetUntold();
            }
            return removed == 1;
        });
    }

    /** Removes events that nobody is told any more. */
    void forgetUntold() {
        database.run(connection -> update(
                connection,
                "delete from offboarding_event where not exists"
                        + " (select 1 from offboarding_event_delivery d where d.event_id = offboarding_event.id)"));
    }

    Optional<Target> find(UUID id) {
        return select(" where id = ?", id).stream().findFirst();
    }

    /** Returns the targets of a subsidiary. */
    List<Target> of(UUID subsidiaryId) {
        return select(" where subsidiary_id = ? order by audience, id", subsidiaryId);
    }

    /** Returns all targets. */
    List<Target> all() {
        return select(" where version >= ? order by id", 0);
    }

    /** Returns who wants to be told of a kind of change, without opening anything. */
    List<UUID> wanting(UUID subsidiaryId, CaseChange.Kind kind) {
        return database.call(connection -> query(
                connection,
                "select id from event_target where subsidiary_id = ? and active = ? and kinds like ? order by id",
                row -> row.getObject(1, UUID.class),
                subsidiaryId,
                true,
                "% " + kind.code() + " %"));
    }

    /** Returns who may be told something now and waits for it, without opening anything. */
    List<UUID> due(Instant now) {
        return database.call(connection -> query(
                connection,
                "select id from event_target where active = ? and (held_until is null or held_until <= ?) and exists"
                        + " (select 1 from offboarding_event_delivery d where d.target_id = event_target.id"
                        + " and d.state = 'WAITING' and d.next_at <= ?) order by id",
                row -> row.getObject(1, UUID.class),
                true,
                now,
                now));
    }

    /** Leaves a target alone for a while. */
    void hold(UUID id, String error, Instant until, Instant now) {
        database.run(connection -> update(
                connection,
                "update event_target set failures = failures + 1, error = ?, held_until = ?,"
                        + " failing_since = coalesce(failing_since, ?) where id = ?",
                error,
                until,
                now,
                id));
    }

    /** Has a target tried again at once; how it goes stays noted until it takes something. */
    void release(UUID id) {
        database.run(connection -> update(connection, "update event_target set held_until = null where id = ?", id));
    }

    /** Returns targets that need somebody, with their subsidiaries: without opening anything. */
    Map<UUID, UUID> needing(Instant failingBefore) {
        Map<UUID, UUID> found = new TreeMap<>();
        database.run(connection -> query(
                connection,
                "select id, subsidiary_id from event_target where error = ? or (active = ? and failing_since <= ?) or exists"
                        + " (select 1 from offboarding_event_delivery d where d.target_id = event_target.id"
                        + " and d.state = 'PARKED')",
                row -> found.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class)),
                Answer.Result.GONE.code(),
                true,
                failingBefore));
        return found;
    }

    /** Notes that a target took something. */
    void answered(UUID id, Instant now) {
        database.run(connection -> update(
                connection,
                "update event_target set failures = 0, error = null, held_until = null, failing_since = null,"
                        + " delivered_at = ? where id = ?",
                now,
                id));
    }

    /** Tells a target nothing more: it said that it is gone for good. */
    void gone(UUID id, String error, Instant now) {
        database.run(connection -> update(
                connection,
                "update event_target set active = ?, version = version + 1, error = ?,"
                        + " failing_since = coalesce(failing_since, ?) where id = ? and active = ?",
                false,
                error,
                now,
                id,
                true));
    }

    private List<Target> select(String where, Object... values) {
        return database.call(connection ->
                query(connection, "select " + COLUMNS + " from event_target" + where, this::read, values));
    }

    private Target read(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        UUID subsidiary = row.getObject(2, UUID.class);
        return new Target(
                id,
                subsidiary,
                new Target.Wanted(Audience.ofCode(row.getString(3)).orElseThrow(), kinds(row.getString(4))),
                row.getBoolean(5),
                row.getInt(6),
                open(subsidiary, id, row.getBytes(7)),
                new Target.Health(
                        row.getInt(8), instant(row, 9), instant(row, 10), row.getString(11), instant(row, 12)));
    }

    /** Each word has a space on both sides, so that one can be looked for. */
    private static String words(Set<CaseChange.Kind> kinds) {
        return kinds.stream().sorted().map(CaseChange.Kind::code).collect(Collectors.joining(" ", " ", " "));
    }

    private static Set<CaseChange.Kind> kinds(String words) {
        return Arrays.stream(words.strip().split(" "))
                .flatMap(word -> CaseChange.Kind.ofCode(word).stream())
                .collect(Collectors.toSet());
    }

    private byte[] seal(Target of) {
        try {
            return vault.seal(
                    Subject.subsidiary(of.subsidiaryId()),
                    cell(of.id()),
                    Json.mapper().writeValueAsBytes(of.content()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Target.Content open(UUID subsidiary, UUID id, byte[] sealed) {
        try {
            return Json.mapper()
                    .readValue(vault.open(Subject.subsidiary(subsidiary), cell(id), sealed), Target.Content.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Cell cell(UUID row) {
        return new Cell("event_target", "content", row.toString(), SEALED_VERSION);
    }

    /** Returns how a person is called towards one target and no other. */
    String pseudonym(Target target, UUID personId) {
        return vault.blindIndex(target.subsidiaryId(), "offboarding_event", target.id() + " " + personId);
    }
}
