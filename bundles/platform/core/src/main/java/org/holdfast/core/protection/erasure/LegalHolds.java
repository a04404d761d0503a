package org.holdfast.core.protection.erasure;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;

/** Who is on hold. Safe for use from many threads. */
public final class LegalHolds {
    private final Database database;
    private final Vault vault;

    /**
     * Creates it.
     *
     * @param database where the holds are
     * @param vault seals their reasons
     */
    public LegalHolds(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * Places a hold; one that is there already is replaced.
     *
     * @param person the person
     * @param hold the hold
     */
    public void place(Subject person, Hold hold) {
        byte[] reason = vault.seal(person, cell(hold.personId()), hold.reason().getBytes(StandardCharsets.UTF_8));
        database.run(connection -> {
            remove(connection, hold.personId());
            String sql = "insert into legal_hold (person_id, subsidiary_id, until_day, placed_at, placed_by, reason)"
                    + " values (?, ?, ?, ?, ?, ?)";
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setObject(1, hold.personId());
                insert.setObject(2, person.subsidiaryId());
                insert.setObject(3, hold.until());
                insert.setObject(4, OffsetDateTime.ofInstant(hold.at(), ZoneOffset.UTC));
                insert.setObject(5, hold.by());
                insert.setBytes(6, reason);
                insert.executeUpdate();
            }
        });
    }

    /**
     * Lifts a hold.
     *
     * @param personId the person
     * @return whether there was one
     */
    public boolean lift(UUID personId) {
        return database.call(connection -> remove(connection, personId));
    }

    /**
     * Finds a hold.
     *
     * @param person the person
     * @return the hold, over or not, or empty
     */
    public Optional<Hold> of(Subject person) {
        UUID id = person.personId().orElseThrow();
        String sql = "select until_day, reason, placed_by, placed_at from legal_hold where person_id = ?";
        return database.call(connection -> {
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, id);
                try (ResultSet row = read.executeQuery()) {
                    if (!row.next()) {
                        return Optional.empty();
                    }
                    byte[] reason = vault.open(person, cell(id), row.getBytes(2));
                    return Optional.of(new Hold(
                            id,
                            row.getObject(1, LocalDate.class),
                            new String(reason, StandardCharsets.UTF_8),
                            row.getObject(3, UUID.class),
                            row.getObject(4, OffsetDateTime.class).toInstant()));
                }
            }
        });
    }

    /**
     * Returns who is on hold.
     *
     * @param subsidiaryId the subsidiary
     * @param day a day
     * @return people whose hold is not over on that day
     */
    public Set<UUID> held(UUID subsidiaryId, LocalDate day) {
        String sql = "select person_id from legal_hold where subsidiary_id = ? and until_day >= ?";
        return database.call(connection -> {
            Set<UUID> held = new HashSet<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, subsidiaryId);
                read.setObject(2, day);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        held.add(row.getObject(1, UUID.class));
                    }
                }
            }
            return held;
        });
    }

    private static boolean remove(Connection connection, UUID personId) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("delete from legal_hold where person_id = ?")) {
            delete.setObject(1, personId);
            return delete.executeUpdate() > 0;
        }
    }

    private static Cell cell(UUID personId) {
        return new Cell("legal_hold", "reason", personId.toString(), 1);
    }
}
