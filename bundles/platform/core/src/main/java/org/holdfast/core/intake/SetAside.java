package org.holdfast.core.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.holdfast.core.intake.ImportStatus.PreviewRow;
import org.holdfast.core.platform.database.TimeOrderedIds;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;

/** Rows a run has set aside, sealed: rejected ones, and those whose superior or parent has to be looked for later. */
final class SetAside {
    /** Below the longest value of the column, with room for the seal. */
    private static final int LONGEST = 900_000;

    private static final int LONGEST_CELL = 2_000;

    private final Vault vault;
    private final TimeOrderedIds ids;

    SetAside(Vault vault, Clock clock) {
        this.vault = vault;
        this.ids = new TimeOrderedIds(clock);
    }

    void addErrors(Connection connection, UUID importId, List<PreviewRow> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        byte[] plain = RowCodec.encode(rows);
        if (plain.length <= LONGEST) {
            add(connection, "import_error", importId, plain);
        } else if (rows.size() > 1) {
            addErrors(connection, importId, rows.subList(0, rows.size() / 2));
            addErrors(connection, importId, rows.subList(rows.size() / 2, rows.size()));
        } else {
            add(connection, "import_error", importId, RowCodec.encode(List.of(cut(rows.get(0)))));
        }
    }

    /** A row of megabytes is not worth keeping whole. */
    private static PreviewRow cut(PreviewRow row) {
        List<String> cells = row.cells().stream()
                .map(cell -> cell.substring(0, Math.min(LONGEST_CELL, cell.length())))
                .toList();
        return new PreviewRow(row.line(), cells, row.problems());
    }

    void addLink(Connection connection, UUID importId, byte[] plain) throws SQLException {
        add(connection, "import_link", importId, plain);
    }

    private void add(Connection connection, String table, UUID importId, byte[] plain) throws SQLException {
        UUID id = ids.next();
        String sql = "insert into " + table + " (import_id, id, content) values (?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, importId);
            statement.setObject(2, id);
            statement.setBytes(3, vault.seal(Spool.SERVER, cell(table, id), plain));
            statement.executeUpdate();
        }
    }

    /** Hands out rejected rows in the order in which they were set aside. */
    void errors(Connection connection, UUID importId, Consumer<PreviewRow> action) throws SQLException {
        each(
                connection,
                "import_error",
                importId,
                Integer.MAX_VALUE,
                (id, plain) -> RowCodec.decodeRows(plain).forEach(action));
    }

    Map<UUID, Link> links(Connection connection, UUID importId, int limit) throws SQLException {
        Map<UUID, Link> links = new LinkedHashMap<>();
        each(connection, "import_link", importId, limit, (id, plain) -> links.put(id, RowCodec.decodeLink(plain)));
        return links;
    }

    void removeLinks(Connection connection, UUID importId, List<UUID> ids) throws SQLException {
        String sql = "delete from import_link where import_id = ? and id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (UUID id : ids) {
                statement.setObject(1, importId);
                statement.setObject(2, id);
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    void clear(Connection connection, UUID importId) throws SQLException {
        for (String table : List.of("import_error", "import_link")) {
            try (PreparedStatement statement =
                    connection.prepareStatement("delete from " + table + " where import_id = ?")) {
                statement.setObject(1, importId);
                statement.executeUpdate();
            }
        }
    }

    private void each(Connection connection, String table, UUID importId, int limit, BiConsumer<UUID, byte[]> action)
            throws SQLException {
        String sql = "select id, content from " + table + " where import_id = ? order by id fetch first " + limit
                + " rows only";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, importId);
            statement.setFetchSize(50);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject(1, UUID.class);
                    action.accept(id, vault.open(Spool.SERVER, cell(table, id), row.getBytes(2)));
                }
            }
        }
    }

    private static Cell cell(String table, UUID id) {
        return new Cell(table, "content", id.toString(), 1);
    }
}
