package org.holdfast.core.offboarding.preparation;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.offboarding.SealedJson;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Vault;
import org.jspecify.annotations.Nullable;

/**
 * Preparations, with what was done in them. A change is a conditional update with its entry in one transaction: of two people who change
 * the same at once, one does. Safe for use from many threads.
 */
final class PreparationTable {
    private static final String TABLE = "offboarding_preparation";
    private static final String ENTRIES = "offboarding_preparation_entry";
    private static final String SELECT =
            "select id, subsidiary_id, person_id, version, state, started_at, ended_at, content from " + TABLE;

    private final Database database;
    private final SealedJson sealed;

    PreparationTable(Database database, Vault vault) {
        this.database = database;
        this.sealed = new SealedJson(vault);
    }

    Database database() {
        return database;
    }

    /**
     * Begins one.
     *
     * @throws org.holdfast.core.platform.database.DatabaseException a violated constraint where the person has one that goes on
     */
    void add(Preparation fresh, PreparationEntry entry) {
        database.run(connection -> {
            update(
                    connection,
                    "insert into offboarding_preparation (id, subsidiary_id, person_id, version, state, started_at, ended_at,"
                            + " content, going_on) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    fresh.id(),
                    fresh.subsidiaryId(),
                    fresh.personId(),
                    fresh.version(),
                    fresh.course().state().code(),
                    moment(fresh.course().startedAt()),
                    null,
                    sealed.seal(row(fresh), fresh.content()),
                    fresh.personId());
            note(connection, fresh, entry);
        });
    }

    /** Writes one anew; false where somebody else has changed it since it was read. */
    boolean change(Preparation fresh, PreparationEntry entry) {
        return database.call(connection -> {
            Instant ended = fresh.course().endedAt();
            int changed = update(
                    connection,
                    "update offboarding_preparation set version = version + 1, state = ?, ended_at = ?, going_on = ?,"
                            + " content = ? where id = ? and version = ?",
                    fresh.course().state().code(),
                    ended == null ? null : moment(ended),
                    fresh.goesOn() ? fresh.personId() : null,
                    sealed.seal(row(fresh), fresh.content()),
                    fresh.id(),
                    fresh.version());
            if (changed == 1) {
                note(connection, fresh, entry);
            }
            return changed == 1;
        });
    }

    Optional<Preparation> find(UUID id) {
        return query("id = ?", id).stream().findFirst();
    }

    /** Returns the preparation of a person that goes on. */
    Optional<Preparation> goingOn(UUID personId) {
        return query("going_on = ?", personId).stream().findFirst();
    }

    /** Returns all that go on, the one that began last first. */
    List<Preparation> goingOn() {
        return query("state = ?", PreparationState.GOING_ON.code());
    }

    List<Preparation> ofPerson(UUID personId) {
        return query("person_id = ?", personId);
    }

    /** Returns what was done in one, the first first. */
    List<PreparationEntry> entries(Preparation of) {
        String sql = "select id, at, content from " + ENTRIES + " where preparation_id = ? order by number";
        return database.call(connection -> {
            List<PreparationEntry> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, of.id());
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        PreparationEntry.Words words = sealed.open(
                                entryRow(of, row.getObject(1, UUID.class)),
                                row.getBytes(3),
                                PreparationEntry.Words.class);
                        found.add(new PreparationEntry(
                                row.getObject(2, OffsetDateTime.class).toInstant(), words));
                    }
                }
            }
            return found;
        });
    }

    private List<Preparation> query(String where, Object key) {
        String sql = SELECT + " where " + where + " order by started_at desc, id";
        return database.call(connection -> {
            List<Preparation> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, key);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        preparation(row).ifPresent(found::add);
                    }
                }
            }
            return found;
        });
    }

    /** Reads a row; nothing of somebody who is being erased at this moment. */
    private Optional<Preparation> preparation(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        UUID subsidiary = row.getObject(2, UUID.class);
        UUID person = row.getObject(3, UUID.class);
        OffsetDateTime ended = row.getObject(7, OffsetDateTime.class);
        Preparation.Course course = new Preparation.Course(
                PreparationState.ofCode(row.getString(5)),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
        try {
            Preparation.Content content = sealed.open(
                    new SealedJson.Row(subsidiary, person, TABLE, id), row.getBytes(8), Preparation.Content.class);
            return Optional.of(new Preparation(id, subsidiary, person, row.getInt(4), course, content));
        } catch (PersonErasedException e) {
            return Optional.empty();
        }
    }

    private void note(Connection connection, Preparation of, PreparationEntry entry) throws SQLException {
        UUID id = UUID.randomUUID();
        update(
                connection,
                "insert into offboarding_preparation_entry (id, preparation_id, subsidiary_id, person_id, number, at,"
                        + " content) select ?, ?, ?, ?, count(*), ?, ? from offboarding_preparation_entry"
                        + " where preparation_id = ?",
                id,
                of.id(),
                of.subsidiaryId(),
                of.personId(),
                moment(entry.at()),
                sealed.seal(entryRow(of, id), entry.words()),
                of.id());
    }

    private static SealedJson.Row row(Preparation of) {
        return new SealedJson.Row(of.subsidiaryId(), of.personId(), TABLE, of.id());
    }

    private static SealedJson.Row entryRow(Preparation of, UUID id) {
        return new SealedJson.Row(of.subsidiaryId(), of.personId(), ENTRIES, id);
    }

    private static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }

    private static OffsetDateTime moment(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
