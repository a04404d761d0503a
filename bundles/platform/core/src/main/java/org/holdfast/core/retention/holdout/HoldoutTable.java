package org.holdfast.core.retention.holdout;

import java.nio.charset.StandardCharsets;
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
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;
import org.holdfast.core.retention.holdout.Holdout.Grounds;
import org.holdfast.core.retention.holdout.Holdout.Rules;
import org.holdfast.core.retention.holdout.Holdout.Signatures;
import org.jspecify.annotations.Nullable;

/** The table {@code holdout}; reasons are sealed under the subsidiary's key. Safe for use from many threads. */
final class HoldoutTable {
    private static final int SEALED_AS = 1;
    private static final String READ = "select id, subsidiary_id, share_percent, last_day, key_posts_exempt,"
            + " highest_exempt, note_version, reasons, wanted_by, wanted_at, second_person, second_at, stopped_at"
            + " from holdout where ";

    private final Database database;
    private final Vault vault;

    HoldoutTable(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    void add(Holdout holdout) {
        String sql =
                "insert into holdout (id, subsidiary_id, share_percent, last_day, key_posts_exempt, highest_exempt,"
                        + " note_version, reasons, wanted_by, wanted_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        vault.prepare(holdout.subsidiaryId(), List.of());
        byte[] reasons = vault.seal(
                Subject.subsidiary(holdout.subsidiaryId()),
                cell(holdout.id()),
                holdout.grounds().reasons().getBytes(StandardCharsets.UTF_8));
        database.run(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                insert.setObject(1, holdout.id());
                insert.setObject(2, holdout.subsidiaryId());
                insert.setInt(3, holdout.rules().share());
                insert.setObject(4, holdout.rules().lastDay());
                insert.setBoolean(5, holdout.rules().keyPostsExempt());
                insert.setBoolean(6, holdout.rules().highestExempt());
                insert.setInt(7, holdout.grounds().note());
                insert.setBytes(8, reasons);
                insert.setObject(9, holdout.signatures().by());
                insert.setObject(10, moment(holdout.signatures().at()));
                insert.executeUpdate();
            }
        });
    }

    /** Adds the second person; false where there is one, it is who wanted it, or it was taken back. */
    boolean countersign(UUID id, UUID second, Instant at) {
        String sql = "update holdout set second_person = ?, second_at = ? where id = ? and second_person is null"
                + " and stopped_at is null and wanted_by <> ?";
        return database.call(connection -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
                update.setObject(1, second);
                update.setObject(2, moment(at));
                update.setObject(3, id);
                update.setObject(4, second);
                return update.executeUpdate() == 1;
            }
        });
    }

    /** Stops it, or takes it back; nothing happens where it was. */
    void stop(UUID id, UUID by, Instant at) {
        database.run(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "update holdout set stopped_by = ?, stopped_at = ? where id = ? and stopped_at is null")) {
                update.setObject(1, by);
                update.setObject(2, moment(at));
                update.setObject(3, id);
                update.executeUpdate();
            }
        });
    }

    Optional<Holdout> find(UUID id) {
        return query("id = ?", id).stream().findFirst();
    }

    /** Returns the hold-outs of a subsidiary, the newest first. */
    List<Holdout> of(UUID subsidiaryId) {
        return query("subsidiary_id = ? order by wanted_at desc, id", subsidiaryId);
    }

    /** Returns those that nobody confirmed or took back, also those that are too late. */
    List<Holdout> unconfirmed() {
        return query("second_person is null and stopped_at is null and id <> ? order by wanted_at, id", new UUID(0, 0));
    }

    private List<Holdout> query(String where, UUID key) {
        return database.call(connection -> {
            List<Holdout> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(READ + where)) {
                read.setObject(1, key);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(holdout(row));
                    }
                }
            }
            return found;
        });
    }

    private Holdout holdout(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        UUID subsidiaryId = row.getObject(2, UUID.class);
        byte[] reasons = vault.open(Subject.subsidiary(subsidiaryId), cell(id), row.getBytes(8));
        return new Holdout(
                id,
                subsidiaryId,
                new Rules(row.getInt(3), row.getObject(4, LocalDate.class), row.getBoolean(5), row.getBoolean(6)),
                new Grounds(row.getInt(7), new String(reasons, StandardCharsets.UTF_8)),
                new Signatures(
                        row.getObject(9, UUID.class),
                        row.getObject(10, OffsetDateTime.class).toInstant(),
                        row.getObject(11, UUID.class),
                        instant(row, 12),
                        instant(row, 13)));
    }

    private static Cell cell(UUID id) {
        return new Cell("holdout", "reasons", id.toString(), SEALED_AS);
    }

    private static OffsetDateTime moment(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}
