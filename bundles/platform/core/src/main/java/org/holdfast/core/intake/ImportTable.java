package org.holdfast.core.intake;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.intake.ImportStatus.Counts;
import org.holdfast.core.intake.ImportStatus.Preview;
import org.holdfast.core.intake.ImportStatus.State;
import org.holdfast.core.intake.ImportStatus.Times;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;
import org.jspecify.annotations.Nullable;

/** The table {@code import_run}: how imports stand. File names and previews are sealed. */
final class ImportTable {
    private static final String SELECT = "select id, file_name, kind, subsidiary_id, dry_run, state, form, row_count,"
            + " accepted, unchanged, rejected, file_bytes, read_bytes, failure, created_at, started_at, ended_at,"
            + " phase, steps, preview from import_run";

    private final Vault vault;

    ImportTable(Vault vault) {
        this.vault = vault;
    }

    /** A run with what only its own room needs to know. */
    record Row(ImportStatus status, long fileBytes, long readBytes, Phase phase, long steps, Preview preview) {}

    /** What a run is about to do next. */
    enum Phase {
        ROWS,
        LINKS,
        END
    }

    void add(Connection connection, ImportStatus status, long fileBytes) throws SQLException {
        String sql = "insert into import_run (id, subsidiary_id, file_name, kind, dry_run, state, phase, form,"
                + " file_bytes, read_bytes, row_count, accepted, unchanged, rejected, steps, created_at)"
                + " values (?, ?, ?, ?, ?, 'queued', 'ROWS', '', ?, 0, 0, 0, 0, 0, 0, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            byte[] name = status.fileName().getBytes(StandardCharsets.UTF_8);
            statement.setObject(1, status.id());
            statement.setObject(2, status.subsidiaryId());
            statement.setBytes(3, vault.seal(Spool.SERVER, cell("file_name", status.id()), name));
            statement.setString(4, status.kind());
            statement.setBoolean(5, status.dryRun());
            statement.setLong(6, fileBytes);
            statement.setObject(7, status.times().created().atOffset(ZoneOffset.UTC));
            statement.executeUpdate();
        }
    }

    void change(Connection connection, Row row) throws SQLException {
        String sql = "update import_run set kind = ?, state = ?, phase = ?, form = ?, read_bytes = ?, row_count = ?,"
                + " accepted = ?, unchanged = ?, rejected = ?, steps = ?, preview = ?, failure = ?, started_at = ?,"
                + " ended_at = ? where id = ?";
        ImportStatus status = row.status();
        Counts counts = status.counts();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, status.kind());
            statement.setString(2, status.state().code());
            statement.setString(3, row.phase().name());
            statement.setString(4, status.form());
            statement.setLong(5, row.readBytes());
            statement.setLong(6, counts.rows());
            statement.setLong(7, counts.accepted());
            statement.setLong(8, counts.unchanged());
            statement.setLong(9, counts.rejected());
            statement.setLong(10, row.steps());
            byte[] preview = RowCodec.encode(row.preview());
            statement.setBytes(11, vault.seal(Spool.SERVER, cell("preview", status.id()), preview));
            statement.setString(12, status.failure());
            statement.setObject(13, moment(status.times().started()));
            statement.setObject(14, moment(status.times().ended()));
            statement.setObject(15, status.id());
            statement.executeUpdate();
        }
    }

    Optional<Row> find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SELECT + " where id = ?")) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row(row)) : Optional.empty();
            }
        }
    }

    /** Returns runs, newest first. */
    List<Row> all(Connection connection, int limit) throws SQLException {
        String sql = SELECT + " order by created_at desc, id fetch first " + limit + " rows only";
        List<Row> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                all.add(row(row));
            }
        }
        return all;
    }

    /** Returns runs that have not ended, oldest first. */
    List<UUID> unfinished(Connection connection) throws SQLException {
        String sql = "select id from import_run where state in ('queued', 'running') order by created_at, id";
        List<UUID> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                all.add(row.getObject(1, UUID.class));
            }
        }
        return all;
    }

    private Row row(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        long fileBytes = row.getLong(12);
        long readBytes = row.getLong(13);
        State state = State.valueOf(row.getString(6).toUpperCase(Locale.ROOT));
        byte[] sealed = row.getBytes(20);
        Instant created = row.getObject(15, OffsetDateTime.class).toInstant();
        byte[] name = vault.open(Spool.SERVER, cell("file_name", id), row.getBytes(2));
        ImportStatus status = new ImportStatus(
                id,
                new String(name, StandardCharsets.UTF_8),
                row.getString(3),
                row.getObject(4, UUID.class),
                row.getBoolean(5),
                state,
                row.getString(7),
                new Counts(row.getLong(8), row.getLong(9), row.getLong(10), row.getLong(11)),
                state == State.DONE ? 1 : Math.min(0.99, (double) readBytes / Math.max(1L, fileBytes)),
                row.getString(14),
                new Times(created, instant(row, 16), instant(row, 17)));
        Preview preview = sealed == null
                ? Preview.NONE
                : RowCodec.decodePreview(vault.open(Spool.SERVER, cell("preview", id), sealed));
        return new Row(status, fileBytes, readBytes, Phase.valueOf(row.getString(18)), row.getLong(19), preview);
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    private static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static Cell cell(String column, UUID id) {
        return new Cell("import_run", column, id.toString(), 1);
    }
}
