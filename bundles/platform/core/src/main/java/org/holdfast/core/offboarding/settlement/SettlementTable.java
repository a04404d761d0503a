package org.holdfast.core.offboarding.settlement;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;

/** The versions of sheets. They are appended, and none is changed. Safe for use from many threads. */
final class SettlementTable {
    private static final String SELECT =
            "select id, offboarding_id, subsidiary_id, person_id, version, state, at, content"
                    + " from offboarding_settlement where ";

    private final Database database;
    private final Vault vault;

    SettlementTable(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Appends a version; false where there is one with its number, because somebody was faster. */
    boolean append(Entry entry) {
        UUID id = UUID.randomUUID();
        byte[] sealed = vault.seal(
                Subject.person(entry.subsidiaryId(), entry.personId()),
                cell(id),
                SettlementCodec.write(entry.content()));
        try {
            database.run(connection -> insert(connection, id, entry, sealed));
            return true;
        } catch (DatabaseException e) {
            if (!e.isConstraintViolation()) {
                throw e;
            }
            return false;
        }
    }

    /** Returns the versions of a case's sheet, the first one first. */
    List<Entry> ofCase(UUID offboardingId) {
        return query("offboarding_id = ? order by version", offboardingId);
    }

    /** Returns the versions of all sheets of a person, the first ones first. */
    List<Entry> ofPerson(UUID personId) {
        return query("person_id = ? order by at, version", personId);
    }

    private static void insert(Connection connection, UUID id, Entry entry, byte[] sealed) throws SQLException {
        String sql = "insert into offboarding_settlement"
                + " (id, offboarding_id, subsidiary_id, person_id, version, state, at, content)"
                + " values (?, ?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, id);
            insert.setObject(2, entry.offboardingId());
            insert.setObject(3, entry.subsidiaryId());
            insert.setObject(4, entry.personId());
            insert.setInt(5, entry.version());
            insert.setString(6, entry.state().code());
            insert.setObject(7, OffsetDateTime.ofInstant(entry.at(), ZoneOffset.UTC));
            insert.setBytes(8, sealed);
            insert.executeUpdate();
        }
    }

    private List<Entry> query(String where, UUID key) {
        return database.call(connection -> {
            List<Entry> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(SELECT + where)) {
                read.setObject(1, key);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(entry(row));
                    }
                }
            } catch (PersonErasedException e) {
                // Somebody is erased at this moment: there is nothing any more.
                return List.of();
            }
            return found;
        });
    }

    private Entry entry(ResultSet row) throws SQLException {
        UUID subsidiary = row.getObject(3, UUID.class);
        UUID person = row.getObject(4, UUID.class);
        byte[] plain =
                vault.open(Subject.person(subsidiary, person), cell(row.getObject(1, UUID.class)), row.getBytes(8));
        return new Entry(
                row.getObject(2, UUID.class),
                subsidiary,
                person,
                row.getInt(5),
                SettlementState.ofCode(row.getString(6)),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                SettlementCodec.read(plain));
    }

    private static Cell cell(UUID id) {
        return new Cell("offboarding_settlement", "content", id.toString(), SettlementCodec.FORM);
    }
}
