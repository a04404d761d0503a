package org.holdfast.core.retention.cases;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.platform.database.RowBatch;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;
import org.jspecify.annotations.Nullable;

/** Talks. What was said, on which day and by whom is sealed under the person's key. Safe for use from many threads. */
final class TalkTable {
    private static final String COLUMNS =
            "insert into case_talk (id, case_id, subsidiary_id, person_id, number, request_key, recorded_at, corrects,"
                    + " content) values (?, ?, ?, ?, ";
    private static final String INSERT =
            COLUMNS + "(select count(*) + 1 from case_talk where case_id = ?), ?, ?, ?, ?)";
    /** Counts nothing: over many new cases at once the database would plan that for the empty table it began with. */
    private static final String INSERT_FIRST = COLUMNS + "?, ?, ?, ?, ?)";

    private final Database database;
    private final Vault vault;
    private final AttachmentTable files;

    TalkTable(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
        this.files = new AttachmentTable(database, vault);
    }

    /** The files of talks. */
    AttachmentTable files() {
        return files;
    }

    /** Adds the first talk of cases that are over; no clock stands still for it. */
    void addFirst(Map<RetentionCase, Talk> talks) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        talks.forEach((one, talk) -> rows.add(values(one, talk, 1)));
        database.run(connection -> RowBatch.run(connection, INSERT_FIRST, rows));
    }

    /** Adds a further talk to a case that is over. */
    void addNext(RetentionCase one, Talk talk) {
        @Nullable Object[] row = values(one, talk, one.id());
        database.run(connection -> CaseTable.update(connection, INSERT, row));
    }

    /** Returns the values of a row; its number, or the case whose talks are counted for it. */
    private @Nullable Object[] values(RetentionCase one, Talk talk, Object number) {
        return new @Nullable Object[] {
            talk.id(),
            one.id(),
            one.subsidiaryId(),
            one.personId(),
            number,
            talk.key(),
            CaseTable.moment(talk.recordedAt()),
            talk.corrects(),
            vault.seal(subject(one), cell(talk.id()), TalkCodec.write(talk.words()))
        };
    }

    /** What became of a talk that was to be added. */
    enum Added {
        /** It stands, and the clock of the case does. */
        DONE,
        /** The case is closed. */
        CLOSED,
        /** A talk with this key is there already, or another one corrects the same talk. */
        TAKEN
    }

    /** Adds a talk; the first one stops the clock, in the same transaction. */
    Added add(RetentionCase one, Talk talk) {
        @Nullable Object[] row = values(one, talk, one.id());
        try {
            return database.call(connection -> {
                if (closed(connection, one.id())) {
                    return Added.CLOSED;
                }
                CaseTable.update(connection, INSERT, row);
                CaseTable.update(
                        connection,
                        "update retention_case set state = 'talked', talked_at = ? where id = ? and state = 'waiting'",
                        CaseTable.moment(talk.recordedAt()),
                        one.id());
                return Added.DONE;
            });
        } catch (DatabaseException e) {
            if (!e.isConstraintViolation()) {
                throw e;
            }
            return Added.TAKEN;
        }
    }

    /** Returns the talks of a case, the first recorded first; none while the person is being erased. */
    List<Talk> of(RetentionCase one) {
        String sql = "select id, request_key, recorded_at, corrects, content from case_talk where case_id = ?"
                + " order by number";
        return database.call(connection -> {
            List<Talk> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, one.id());
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(talk(one, row));
                    }
                }
            } catch (PersonErasedException e) {
                return List.of();
            }
            return found;
        });
    }

    /**
     * Returns the talks of many cases of one subsidiary, read at once; those about a person who is being erased are left out.
     *
     * @param cases the cases
     * @return by case, the first recorded first
     */
    Map<UUID, List<Talk>> ofCases(List<RetentionCase> cases) {
        if (cases.isEmpty()) {
            return Map.of();
        }
        Map<UUID, RetentionCase> byId = cases.stream().collect(Collectors.toMap(RetentionCase::id, one -> one));
        String sql = "select id, request_key, recorded_at, corrects, content, case_id from case_talk"
                + " where subsidiary_id = ? order by case_id, number";
        return database.call(connection -> {
            Map<UUID, List<Talk>> found = new HashMap<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, cases.get(0).subsidiaryId());
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        RetentionCase one = byId.get(row.getObject(6, UUID.class));
                        if (one != null) {
                            add(found, one, row);
                        }
                    }
                }
            }
            return found;
        });
    }

    private void add(Map<UUID, List<Talk>> found, RetentionCase one, ResultSet row) throws SQLException {
        try {
            found.computeIfAbsent(one.id(), id -> new ArrayList<>()).add(talk(one, row));
        } catch (PersonErasedException e) {
            found.remove(one.id());
        }
    }

    private Talk talk(RetentionCase one, ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        return new Talk(
                id,
                one.id(),
                row.getObject(2, UUID.class),
                CaseTable.instant(row, 3),
                row.getObject(4, UUID.class),
                TalkCodec.read(vault.open(subject(one), cell(id), row.getBytes(5))));
    }

    /** Holds the row of the case until the end of the transaction, so that it is not closed and no talk gets between. */
    private static boolean closed(Connection connection, UUID caseId) throws SQLException {
        try (PreparedStatement read =
                connection.prepareStatement("select state from retention_case where id = ? for update")) {
            read.setObject(1, caseId);
            try (ResultSet row = read.executeQuery()) {
                return !row.next() || row.getString(1).equals(CaseState.CLOSED.code());
            }
        }
    }

    private static Subject subject(RetentionCase one) {
        return Subject.person(one.subsidiaryId(), one.personId());
    }

    private static Cell cell(UUID id) {
        return new Cell("case_talk", "content", id.toString(), TalkCodec.VERSION);
    }
}
