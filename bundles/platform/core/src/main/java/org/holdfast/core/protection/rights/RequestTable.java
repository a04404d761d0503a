package org.holdfast.core.protection.rights;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;
import org.holdfast.core.protection.rights.RightsRequest.Days;
import org.holdfast.core.protection.rights.RightsRequest.Origin;
import org.holdfast.core.protection.rights.RightsRequest.Settled;
import org.jspecify.annotations.Nullable;

/** The table {@code rights_request}. What is said in it is sealed. Safe for use from many threads. */
final class RequestTable {
    private static final String READ =
            "select id, subsidiary_id, person_id, kind, state, received_on, due_on, filed_at,"
                    + " filed_by, by_self, settled_at, settled_by, content, by_relative, relative from rights_request where ";

    private final Database database;
    private final Vault vault;

    RequestTable(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    Database database() {
        return database;
    }

    void add(RightsRequest request) {
        String sql = "insert into rights_request (id, subsidiary_id, person_id, kind, state, received_on, due_on,"
                + " filed_at, filed_by, by_self, content, by_relative, relative) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        database.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setObject(1, request.id());
                insert.setObject(2, request.person().subsidiaryId());
                insert.setObject(3, request.person().personId().orElseThrow());
                insert.setString(4, request.kind().code());
                insert.setString(5, request.state().code());
                insert.setObject(6, request.days().receivedOn());
                insert.setObject(7, request.days().dueOn());
                insert.setObject(8, request.origin().at().atOffset(ZoneOffset.UTC));
                insert.setObject(9, request.origin().by());
                insert.setBoolean(10, request.origin().bySelf());
                insert.setBytes(11, seal(request));
                insert.setBoolean(12, request.origin().byRelative());
                insert.setBytes(13, relative(request));
                insert.executeUpdate();
            }
        });
    }

    /**
     * Writes what became of a request.
     *
     * @param request as it is now
     * @param before the state it was in
     * @param overSince since when nothing hangs on it any more, null where something does
     * @return false where somebody else has changed it meanwhile
     */
    boolean change(RightsRequest request, RequestState before, @Nullable LocalDate overSince) {
        String sql = "update rights_request set state = ?, due_on = ?, settled_at = ?, settled_by = ?, over_since = ?,"
                + " content = ? where id = ? and state = ?";
        return database.call(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                Settled settled = request.settled();
                update.setString(1, request.state().code());
                update.setObject(2, request.days().dueOn());
                update.setObject(3, settled == null ? null : settled.at().atOffset(ZoneOffset.UTC));
                update.setObject(4, settled == null ? null : settled.by());
                update.setObject(5, overSince);
                update.setBytes(6, seal(request));
                update.setObject(7, request.id());
                update.setString(8, before.code());
                return update.executeUpdate() == 1;
            }
        });
    }

    Optional<RightsRequest> find(UUID id) {
        return query("id = ?", id).stream().findFirst();
    }

    /** Returns the requests of a person, newest first. */
    List<RightsRequest> ofPerson(Subject person) {
        return query(
                "subsidiary_id = ? and person_id = ? order by received_on desc, filed_at desc",
                person.subsidiaryId(),
                person.personId().orElseThrow());
    }

    /** Returns all that wait for an answer, the one due first before the others. */
    List<RightsRequest> pending() {
        return query(
                "state in (?, ?) order by due_on, filed_at", RequestState.OPEN.code(), RequestState.EXTENDED.code());
    }

    /** Returns all others, the one settled last before the others. */
    List<RightsRequest> settled() {
        return query(
                "state not in (?, ?) order by coalesce(settled_at, filed_at) desc",
                RequestState.OPEN.code(),
                RequestState.EXTENDED.code());
    }

    private List<RightsRequest> query(String where, Object... keys) {
        return database.call(connection -> read(connection, where, keys));
    }

    private List<RightsRequest> read(Connection connection, String where, Object... keys) throws SQLException {
        List<RightsRequest> found = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(READ + where)) {
            for (int i = 0; i < keys.length; i++) {
                read.setObject(i + 1, keys[i]);
            }
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    found.add(request(row));
                }
            }
        }
        return found;
    }

    private RightsRequest request(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        Subject person = Subject.person(row.getObject(2, UUID.class), row.getObject(3, UUID.class));
        Instant filed = row.getObject(8, OffsetDateTime.class).toInstant();
        return new RightsRequest(
                id,
                person,
                RequestKind.ofCode(row.getString(4)).orElseThrow(),
                RequestState.ofCode(row.getString(5)).orElseThrow(),
                new Days(row.getObject(6, LocalDate.class), row.getObject(7, LocalDate.class)),
                new Origin(
                        row.getObject(9, UUID.class),
                        row.getBoolean(10),
                        filed,
                        row.getBoolean(14),
                        relative(person, id, row.getBytes(15))),
                settled(row),
                words(person, id, row.getBytes(13)));
    }

    private static @Nullable Settled settled(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject(11, OffsetDateTime.class);
        return at == null ? null : new Settled(row.getObject(12, UUID.class), at.toInstant());
    }

    private byte @Nullable [] seal(RightsRequest request) {
        RequestWords words = request.words();
        return words == null ? null : vault.seal(request.person(), cell(request.id()), words.encode());
    }

    /** Whoever is being erased at this moment has no words any more. */
    private @Nullable RequestWords words(Subject person, UUID id, byte @Nullable [] sealed) {
        try {
            return sealed == null ? null : RequestWords.decode(vault.open(person, cell(id), sealed));
        } catch (PersonErasedException e) {
            return null;
        }
    }

    private byte @Nullable [] relative(RightsRequest request) {
        Relative relative = request.origin().relative();
        return relative == null ? null : vault.seal(request.person(), relativeCell(request.id()), relative.encode());
    }

    private @Nullable Relative relative(Subject person, UUID id, byte @Nullable [] sealed) {
        try {
            return sealed == null ? null : Relative.decode(vault.open(person, relativeCell(id), sealed));
        } catch (PersonErasedException e) {
            return null;
        }
    }

    private static Cell relativeCell(UUID id) {
        return new Cell("rights_request", "relative", id.toString(), 1);
    }

    private static Cell cell(UUID id) {
        return new Cell("rights_request", "content", id.toString(), 1);
    }
}
