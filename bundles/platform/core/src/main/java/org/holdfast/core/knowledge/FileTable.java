package org.holdfast.core.knowledge;

import static org.holdfast.core.knowledge.SealedWords.cell;

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
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Vault;

/**
 * Files in pieces, each sealed for its place. What counts as received is a column that only moves together with its piece, so that
 * nothing is acknowledged that is not kept. Safe for use from many threads.
 */
final class FileTable {
    private static final String FILE = "knowledge_file";
    private static final String PIECES = "knowledge_piece";
    /** How many pieces are removed in one transaction. */
    private static final int BATCH = 64;

    private final Database database;
    private final Vault vault;
    private final SealedWords sealed;

    FileTable(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
        this.sealed = new SealedWords(vault);
    }

    /**
     * A piece of a file.
     *
     * @param begins where in the file it begins
     * @param plain its bytes
     */
    @SuppressWarnings("ArrayRecordComponent") // handed from the table to a stream, and compared by nobody
    record Piece(long begins, byte[] plain) {}

    void add(KnowledgeItem item, StoredFile file) {
        vault.prepare(item.of().subsidiaryId(), List.of());
        database.run(connection -> ChecklistTable.update(
                connection,
                "insert into knowledge_file (id, item_id, subsidiary_id, size, received, touched_at, facts)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                file.id(),
                file.itemId(),
                item.of().subsidiaryId(),
                file.size(),
                file.received(),
                moment(file.touchedAt()),
                sealed.seal(item.owner(), cell(FILE, "facts", file.id()), file.facts())));
    }

    /** Returns the id of what a file belongs to. */
    Optional<UUID> itemOf(UUID fileId) {
        return database.call(connection -> {
            try (PreparedStatement read =
                    connection.prepareStatement("select item_id from knowledge_file where id = ?")) {
                read.setObject(1, fileId);
                try (ResultSet row = read.executeQuery()) {
                    return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
                }
            }
        });
    }

    /** Returns the files of something, the first sent first; none while the person is being erased. */
    List<StoredFile> of(KnowledgeItem item) {
        String sql =
                "select id, size, received, touched_at, facts from knowledge_file where item_id = ? order by touched_at, id";
        return database.call(connection -> {
            List<StoredFile> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, item.id());
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(file(item, row));
                    }
                }
            } catch (PersonErasedException e) {
                return List.of();
            }
            return found;
        });
    }

    private StoredFile file(KnowledgeItem item, ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        return new StoredFile(
                id,
                item.id(),
                row.getLong(2),
                row.getLong(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                sealed.open(item.owner(), cell(FILE, "facts", id), row.getBytes(5), StoredFile.Facts.class));
    }

    /** Returns how many bytes the files of a subsidiary come to, with what is still to come. */
    long reserved(UUID subsidiaryId) {
        return database.call(connection -> {
            try (PreparedStatement read = connection.prepareStatement(
                    "select coalesce(sum(size), 0) from knowledge_file where subsidiary_id = ?")) {
                read.setObject(1, subsidiaryId);
                try (ResultSet row = read.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    /** Keeps the next piece; false where the file does not end there any more: somebody else was faster. */
    boolean append(KnowledgeItem item, UUID fileId, Piece piece, Instant at) {
        byte[] content = vault.seal(item.owner(), place(fileId, piece.begins()), piece.plain());
        return database.call(connection -> {
            int moved = ChecklistTable.update(
                    connection,
                    "update knowledge_file set received = ?, touched_at = ? where id = ? and received = ?",
                    piece.begins() + piece.plain().length,
                    moment(at),
                    fileId,
                    piece.begins());
            if (moved == 0) {
                return false;
            }
            ChecklistTable.update(
                    connection,
                    "insert into knowledge_piece (file_id, begins, content) values (?, ?, ?)",
                    fileId,
                    piece.begins(),
                    content);
            return true;
        });
    }

    /**
     * Returns the piece that has a byte of a file. Where a piece begins is found without its content: H2 reads, and holds, what all
     * earlier ones have where both are asked for at once in an order.
     */
    Optional<Piece> piece(KnowledgeItem item, UUID fileId, long position) {
        return database.call(connection -> {
            try {
                Optional<Piece> next = beginning(connection, item, fileId, position);
                return next.isPresent()
                        ? next
                        : beginning(connection, item, fileId, before(connection, fileId, position));
            } catch (PersonErasedException e) {
                return Optional.empty();
            }
        });
    }

    private Optional<Piece> beginning(Connection connection, KnowledgeItem item, UUID fileId, long begins)
            throws SQLException {
        try (PreparedStatement read =
                connection.prepareStatement("select content from knowledge_piece where file_id = ? and begins = ?")) {
            read.setObject(1, fileId);
            read.setLong(2, begins);
            try (ResultSet row = read.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Piece(begins, vault.open(item.owner(), place(fileId, begins), row.getBytes(1))))
                        : Optional.empty();
            }
        }
    }

    private static long before(Connection connection, UUID fileId, long position) throws SQLException {
        String sql = "select coalesce(max(begins), -1) from knowledge_piece where file_id = ? and begins <= ?";
        try (PreparedStatement read = connection.prepareStatement(sql)) {
            read.setObject(1, fileId);
            read.setLong(2, position);
            try (ResultSet row = read.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    /**
     * Removes a file from its end on, some pieces at a time, because one transaction over all of them would be as large as the file.
     * Whoever is cut off half-way leaves the beginning of a file, which is removed when it is too old.
     */
    void remove(UUID fileId) {
        while (shortened(fileId)) {
            // The next ones go in a transaction of their own.
        }
        database.run(
                connection -> ChecklistTable.update(connection, "delete from knowledge_file where id = ?", fileId));
    }

    private boolean shortened(UUID fileId) {
        String last = "select min(begins) from (select begins from knowledge_piece where file_id = ?"
                + " order by begins desc fetch first " + BATCH + " rows only) last_ones";
        return database.call(connection -> {
            try (PreparedStatement read = connection.prepareStatement(last)) {
                read.setObject(1, fileId);
                try (ResultSet row = read.executeQuery()) {
                    row.next();
                    long from = row.getLong(1);
                    return !row.wasNull() && cut(connection, fileId, from);
                }
            }
        });
    }

    private static boolean cut(Connection connection, UUID fileId, long from) throws SQLException {
        ChecklistTable.update(connection, "update knowledge_file set received = ? where id = ?", from, fileId);
        ChecklistTable.update(
                connection, "delete from knowledge_piece where file_id = ? and begins >= ?", fileId, from);
        return true;
    }

    /** Returns the beginnings of files to which nothing came since a moment. */
    List<UUID> abandoned(Instant before) {
        String sql = "select id from knowledge_file where received < size and touched_at < ?";
        return database.call(connection -> {
            List<UUID> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, moment(before));
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getObject(1, UUID.class));
                    }
                }
            }
            return found;
        });
    }

    private static Vault.Cell place(UUID fileId, long begins) {
        return cell(PIECES, "content", fileId + ":" + begins);
    }

    private static OffsetDateTime moment(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
