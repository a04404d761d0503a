package org.holdfast.core.privacy.transfer;

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
import org.holdfast.core.privacy.transfer.TransferPermit.Grounds;
import org.holdfast.core.privacy.transfer.TransferPermit.Signatures;
import org.jspecify.annotations.Nullable;

/** The table {@code transfer_permit}; there is nothing about anybody in it. Safe for use from many threads. */
final class PermitTable {
    private static final String READ = "select id, subsidiary_id, country, mechanism, is_sensitive, evidence,"
            + " assessment_id, notice_id, valid_to, officer, signed_at, second_person, second_at, revoked_at"
            + " from transfer_permit where ";

    private final Database database;

    PermitTable(Database database) {
        this.database = database;
    }

    void add(TransferPermit permit) {
        String sql = "insert into transfer_permit (id, subsidiary_id, country, mechanism, is_sensitive, evidence,"
                + " assessment_id, notice_id, valid_to, officer, signed_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        database.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setObject(1, permit.id());
                insert.setObject(2, permit.subsidiaryId());
                insert.setString(3, permit.country());
                insert.setString(4, permit.mechanism());
                insert.setBoolean(5, permit.sensitive());
                insert.setString(6, permit.grounds().evidence());
                insert.setObject(7, permit.grounds().assessmentId());
                insert.setObject(8, permit.grounds().noticeId());
                insert.setObject(9, permit.validTo());
                insert.setObject(10, permit.signatures().officer());
                insert.setObject(11, permit.signatures().at().atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
        });
    }

    /** Adds the second signature; false where there is one, it is the officer's, or the permit was taken back. */
    boolean countersign(UUID id, UUID second, Instant at) {
        String sql =
                "update transfer_permit set second_person = ?, second_at = ? where id = ? and second_person is null"
                        + " and revoked_at is null and officer <> ?";
        return database.call(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setObject(1, second);
                update.setObject(2, at.atOffset(ZoneOffset.UTC));
                update.setObject(3, id);
                update.setObject(4, second);
                return update.executeUpdate() == 1;
            }
        });
    }

    /** Takes a permit back; nothing happens where it was. */
    void revoke(UUID id, Instant at) {
        database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update transfer_permit set revoked_at = ? where id = ? and revoked_at is null")) {
                update.setObject(1, at.atOffset(ZoneOffset.UTC));
                update.setObject(2, id);
                update.executeUpdate();
            }
        });
    }

    Optional<TransferPermit> find(UUID id) {
        return query("id = ?", id).stream().findFirst();
    }

    /** Returns the permits of a subsidiary, newest first. */
    List<TransferPermit> of(UUID subsidiaryId) {
        return query("subsidiary_id = ? order by signed_at desc", subsidiaryId);
    }

    private List<TransferPermit> query(String where, UUID key) {
        return database.call(connection -> {
            List<TransferPermit> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(READ + where)) {
                read.setObject(1, key);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(permit(row));
                    }
                }
            }
            return found;
        });
    }

    private static TransferPermit permit(ResultSet row) throws SQLException {
        return new TransferPermit(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5),
                new Grounds(row.getString(6), row.getObject(7, UUID.class), row.getObject(8, UUID.class)),
                row.getObject(9, LocalDate.class),
                new Signatures(
                        row.getObject(10, UUID.class),
                        row.getObject(11, OffsetDateTime.class).toInstant(),
                        row.getObject(12, UUID.class),
                        instant(row, 13),
                        instant(row, 14)));
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
