package org.holdfast.core.retention.cases;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.bytes.ByteSink;
import org.holdfast.core.platform.bytes.ByteSource;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;
import org.holdfast.core.retention.cases.Attachment.Facts;

/** The files of talks; name, kind and content are sealed under the person's key. Safe for use from many threads. */
final class AttachmentTable {
    /** A talk is no archive. */
    static final int MOST = 10;

    private static final int VERSION = 1;

    private final Database database;
    private final Vault vault;

    AttachmentTable(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** What became of a file that was to be added. */
    enum Added {
        /** It stands. */
        DONE,
        /** A file with this key is there already. */
        TAKEN,
        /** The talk has as many as it can have. */
        FULL
    }

    Added add(RetentionCase one, Attachment file, byte[] content) {
        byte[] facts = vault.seal(subject(one), cell(file.id(), "facts"), write(file.facts()));
        byte[] sealed = vault.seal(subject(one), cell(file.id(), "content"), content);
        String sql =
                "insert into talk_attachment (id, talk_id, case_id, subsidiary_id, person_id, request_key, recorded_at,"
                        + " size, facts, content) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        try {
            return database.call(connection -> {
                // Whoever adds at the same moment waits here, so that nobody counts too few.
                CaseTable.update(connection, "update case_talk set number = number where id = ?", file.talkId());
                if (count(connection, file.talkId()) >= MOST) {
                    return Added.FULL;
                }
                CaseTable.update(
                        connection,
                        sql,
                        file.id(),
                        file.talkId(),
                        one.id(),
                        one.subsidiaryId(),
                        one.personId(),
                        file.key(),
                        CaseTable.moment(file.recordedAt()),
                        file.size(),
                        facts,
                        sealed);
                return Added.DONE;
            });
        } catch (DatabaseException e) {
            if (!e.isConstraintViolation()) {
                throw e;
            }
            return Added.TAKEN;
        }
    }

    /** Returns the files of a case by talk, the first added first; none while the person is being erased. */
    Map<UUID, List<Attachment>> of(RetentionCase one) {
        String sql = "select id, talk_id, request_key, recorded_at, size, facts from talk_attachment where case_id = ?"
                + " order by recorded_at, id";
        return database.call(connection -> {
            Map<UUID, List<Attachment>> found = new HashMap<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, one.id());
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        Attachment file = file(one, row);
                        found.computeIfAbsent(file.talkId(), talk -> new ArrayList<>())
                                .add(file);
                    }
                }
            } catch (PersonErasedException e) {
                return Map.of();
            }
            return found;
        });
    }

    /** Returns the content of a file of a case. */
    Optional<byte[]> content(RetentionCase one, UUID id) {
        return database.call(connection -> {
            try (PreparedStatement read =
                    connection.prepareStatement("select content from talk_attachment where id = ? and case_id = ?")) {
                read.setObject(1, id);
                read.setObject(2, one.id());
                try (ResultSet row = read.executeQuery()) {
                    return row.next()
                            ? Optional.of(vault.open(subject(one), cell(id, "content"), row.getBytes(1)))
                            : Optional.empty();
                }
            } catch (PersonErasedException e) {
                return Optional.empty();
            }
        });
    }

    private Attachment file(RetentionCase one, ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        return new Attachment(
                id,
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                CaseTable.instant(row, 4),
                row.getLong(5),
                read(vault.open(subject(one), cell(id, "facts"), row.getBytes(6))));
    }

    private static int count(Connection connection, UUID talkId) throws SQLException {
        try (PreparedStatement read =
                connection.prepareStatement("select count(*) from talk_attachment where talk_id = ?")) {
            read.setObject(1, talkId);
            try (ResultSet row = read.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static byte[] write(Facts facts) {
        ByteSink out = new ByteSink(128);
        out.text(facts.name());
        out.text(facts.type().media());
        out.text(facts.digest());
        out.text(facts.by());
        return out.toBytes();
    }

    private static Facts read(byte[] bytes) {
        ByteSource in = new ByteSource(bytes);
        String name = in.text();
        AttachmentType type = AttachmentType.ofMedia(in.text())
                .orElseThrow(() -> new IllegalArgumentException("unknown kind of file: the record is damaged"));
        return new Facts(name, type, in.text(), in.text());
    }

    private static Subject subject(RetentionCase one) {
        return Subject.person(one.subsidiaryId(), one.personId());
    }

    private static Cell cell(UUID id, String column) {
        return new Cell("talk_attachment", column, id.toString(), VERSION);
    }
}
