package org.holdfast.core.retention.outcomes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.platform.database.RowBatch;
import org.holdfast.core.platform.database.WantedIds;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;
import org.holdfast.core.retention.cases.RetentionCase;
import org.jspecify.annotations.Nullable;

/** Outcomes and how it went on. All that tells which is sealed under the person's key. Safe for use from many threads. */
final class OutcomeTable {
    private static final String COLUMNS = "id, case_id, subsidiary_id, person_id, request_key, recorded_at, content";
    private static final String INSERT = "insert into case_outcome (" + COLUMNS
            + ", number) values (?, ?, ?, ?, ?, ?, ?," + " (select count(*) + 1 from case_outcome where case_id = ?))";
    /** Counts nothing: over many new cases at once the database would plan that for the empty table it began with. */
    private static final String INSERT_FIRST =
            "insert into case_outcome (" + COLUMNS + ", number) values (?, ?, ?, ?, ?, ?, ?, ?)";

    private final Database database;
    private final Vault vault;

    OutcomeTable(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * Adds an entry.
     *
     * @param one the case
     * @param entry the entry
     * @param within what belongs to it, in the same transaction
     * @return false where an entry of this key came meanwhile: nothing happened
     */
    boolean add(RetentionCase one, Entry entry, Runnable within) {
        byte[] content = seal(one, entry);
        try {
            database.run(connection -> {
                hold(connection, one.id());
                RowBatch.run(connection, INSERT, List.<@Nullable Object[]>of(values(one, entry, content, one.id())));
                within.run();
            });
            return true;
        } catch (DatabaseException e) {
            if (!e.isConstraintViolation()) {
                throw e;
            }
            return false;
        }
    }

    /** Adds the first outcome of cases that are over. */
    void addFirst(Map<RetentionCase, Entry> entries) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        entries.forEach((one, entry) -> rows.add(values(one, entry, seal(one, entry), 1)));
        database.run(connection -> RowBatch.run(connection, INSERT_FIRST, rows));
    }

    private byte[] seal(RetentionCase one, Entry entry) {
        return vault.seal(
                subject(one.subsidiaryId(), one.personId()), cell(entry.id()), EntryCodec.write(entry.words()));
    }

    /** Returns the entries of a case, the first recorded first; none while the person is being erased. */
    List<Entry> of(UUID caseId) {
        return query("case_id = ?", caseId);
    }

    /** Returns the entries of some cases, of each the first recorded first; none of people who are being erased. */
    Map<UUID, List<Entry>> of(Collection<UUID> caseIds) {
        String sql = "select " + COLUMNS + " from " + WantedIds.join("case_outcome", "case_id") + " order by number";
        return database.call(connection -> {
            Map<UUID, List<Entry>> found = new HashMap<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                WantedIds.bind(read, 1, caseIds);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        present(row)
                                .ifPresent(entry -> found.computeIfAbsent(entry.caseId(), id -> new ArrayList<>())
                                        .add(entry));
                    }
                }
            }
            return found;
        });
    }

    private Optional<Entry> present(ResultSet row) throws SQLException {
        try {
            return Optional.of(entry(row));
        } catch (PersonErasedException e) {
            return Optional.empty();
        }
    }

    /** Returns the entries about a person, case by case. */
    List<Entry> ofPerson(UUID personId) {
        return query("person_id = ?", personId);
    }

    /** Returns the cases that have an outcome; imported ones only where they ended after a moment. */
    List<UUID> cases(Instant importedAfter) {
        return database.call(connection -> {
            List<UUID> found = new ArrayList<>();
            try (PreparedStatement read =
                    connection.prepareStatement("select id from retention_case c where (c.turn > 0 or c.closed_at > ?)"
                            + " and exists (select 1 from case_outcome o where o.case_id = c.id)")) {
                read.setObject(1, OffsetDateTime.ofInstant(importedAfter, ZoneOffset.UTC));
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getObject(1, UUID.class));
                    }
                }
            }
            return found;
        });
    }

    /**
     * How far the table is: two looks between which it is the same saw the same entries. An entry is only added, later than those
     * before it, or erased with its person.
     *
     * @param entries how many entries there are
     * @param last when the last of them was recorded, null for none
     */
    record Mark(long entries, @Nullable Instant last) {}

    /** Says how far the table is; the database reads no rows for it. */
    Mark mark() {
        String sql = "select count(*), max(recorded_at) from case_outcome";
        return database.call(connection -> {
            try (PreparedStatement read = connection.prepareStatement(sql);
                    ResultSet row = read.executeQuery()) {
                row.next();
                OffsetDateTime last = row.getObject(2, OffsetDateTime.class);
                return new Mark(row.getLong(1), last == null ? null : last.toInstant());
            }
        });
    }

    /** Returns the cases that have an outcome, without opening anything. */
    List<FollowedCases.Recorded> recorded() {
        String sql = "select case_id, subsidiary_id, person_id, count(*) from case_outcome"
                + " group by case_id, subsidiary_id, person_id";
        return database.call(connection -> {
            List<FollowedCases.Recorded> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql);
                    ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    found.add(new FollowedCases.Recorded(
                            row.getObject(1, UUID.class),
                            row.getObject(2, UUID.class),
                            row.getObject(3, UUID.class),
                            row.getInt(4)));
                }
            }
            return found;
        });
    }

    private List<Entry> query(String where, UUID key) {
        String sql = "select " + COLUMNS + " from case_outcome where " + where + " order by case_id, number";
        return database.call(connection -> {
            List<Entry> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, key);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(entry(row));
                    }
                }
            } catch (PersonErasedException e) {
                return List.of();
            }
            return found;
        });
    }

    private Entry entry(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        Subject about = subject(row.getObject(3, UUID.class), row.getObject(4, UUID.class));
        return new Entry(
                id,
                row.getObject(2, UUID.class),
                row.getObject(5, UUID.class),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                EntryCodec.read(vault.open(about, cell(id), row.getBytes(7))));
    }

    /** Returns the values of a row; its number, or the case whose entries are counted for it. */
    private static @Nullable Object[] values(RetentionCase one, Entry entry, byte[] content, Object number) {
        return new @Nullable Object[] {
            entry.id(),
            one.id(),
            one.subsidiaryId(),
            one.personId(),
            entry.key(),
            OffsetDateTime.ofInstant(entry.recordedAt(), ZoneOffset.UTC),
            content,
            number
        };
    }

    /** Holds the row of the case until the end of the transaction, so that entries come one after the other. */
    private static void hold(Connection connection, UUID caseId) throws SQLException {
        try (PreparedStatement read =
                connection.prepareStatement("select state from retention_case where id = ? for update")) {
            read.setObject(1, caseId);
            read.executeQuery().close();
        }
    }

    private static Subject subject(UUID subsidiaryId, UUID personId) {
        return Subject.person(subsidiaryId, personId);
    }

    private static Cell cell(UUID id) {
        return new Cell("case_outcome", "content", id.toString(), EntryCodec.VERSION);
    }
}
