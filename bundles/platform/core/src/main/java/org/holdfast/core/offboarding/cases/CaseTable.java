package org.holdfast.core.offboarding.cases;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.offboarding.SealedJson;
import org.holdfast.core.offboarding.Statements;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Vault;
import org.jspecify.annotations.Nullable;

/**
 * Cases of people who leave, with what was done in them. A change is a conditional update with its entry in one transaction: of two
 * people who change the same at once, one does. Safe for use from many threads.
 */
final class CaseTable {
    private static final String COLUMNS =
            "id, subsidiary_id, person_id, version, state, notice_on, last_day, started_at, ended_at, left_on, content";

    private final Database database;
    private final SealedJson sealed;

    CaseTable(Database database, Vault vault) {
        this.database = database;
        this.sealed = new SealedJson(vault);
    }

    Database database() {
        return database;
    }

    /**
     * Begins a case.
     *
     * @param fresh the case
     * @param key the key it was begun with: what is sent again is known by it
     * @param entry what is written of it
     * @throws org.holdfast.core.platform.database.DatabaseException a violated constraint where the person has a case that goes on
     */
    void add(Offboarding fresh, UUID key, CaseEntry entry) {
        database.run(connection -> {
            Offboarding.Course course = fresh.course();
            update(
                    connection,
                    "insert into offboarding_case (" + COLUMNS + ", going_on, start_key)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    fresh.id(),
                    fresh.subsidiaryId(),
                    fresh.personId(),
                    fresh.version(),
                    course.state().code(),
                    course.noticeOn(),
                    course.lastDay(),
                    moment(course.startedAt()),
                    momentOrNull(course.endedAt()),
                    course.leftOn(),
                    sealed.seal(row(fresh), fresh.content()),
                    fresh.personId(),
                    key);
            note(connection, fresh, entry);
        });
    }

    /** Writes a case anew; false where somebody else has changed it since it was read. */
    boolean change(Offboarding fresh, CaseEntry entry) {
        return database.call(connection -> {
            Offboarding.Course course = fresh.course();
            int changed = update(
                    connection,
                    "update offboarding_case set version = version + 1, access_ended_at = case when last_day = ?"
                            + " then access_ended_at end, state = ?, last_day = ?, ended_at = ?, left_on = ?,"
                            + " going_on = ?, content = ? where id = ? and version = ?",
                    course.lastDay(),
                    course.state().code(),
                    course.lastDay(),
                    momentOrNull(course.endedAt()),
                    course.leftOn(),
                    goesOn(course) ? fresh.personId() : null,
                    sealed.seal(row(fresh), fresh.content()),
                    fresh.id(),
                    fresh.version());
            if (changed == 1) {
                note(connection, fresh, entry);
            }
            return changed == 1;
        });
    }

    /** Adds an entry to a case without changing it. */
    void note(Offboarding of, CaseEntry entry) {
        database.run(connection -> note(connection, of, entry));
    }

    Optional<Offboarding> find(UUID id) {
        return query("id = ?", id).stream().findFirst();
    }

    /** Finds the case that was begun with a key. */
    Optional<Offboarding> begunWith(UUID key) {
        Optional<Offboarding> found = query("start_key = ?", key).stream().findFirst();
        return found.isPresent() ? found : find(key);
    }

    /** Returns the cases of a state, the one whose last day comes first first. */
    List<Offboarding> inState(OffboardingState state) {
        return query("state = ?", state.code());
    }

    /** Returns all cases, the one whose last day comes first first. */
    List<Offboarding> all() {
        return query("state <> ?", "");
    }

    /** Returns the cases of a person. */
    List<Offboarding> ofPerson(UUID personId) {
        return query("person_id = ?", personId);
    }

    /** Returns the cases of a subsidiary, the one whose last day comes first first. */
    List<Offboarding> ofSubsidiary(UUID subsidiaryId) {
        return query("subsidiary_id = ?", subsidiaryId);
    }

    /** Returns what differs once a case of a subsidiary has begun, changed or gone. */
    List<Long> standing(UUID subsidiaryId) {
        return sums(
                database,
                "select count(*), coalesce(sum(version), 0) from offboarding_case where subsidiary_id = ?",
                subsidiaryId);
    }

    /** Reads two sums about a subsidiary. */
    static List<Long> sums(Database database, String sql, UUID subsidiaryId) {
        return database.call(connection -> {
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, subsidiaryId);
                try (ResultSet row = read.executeQuery()) {
                    row.next();
                    return List.of(row.getLong(1), row.getLong(2));
                }
            }
        });
    }

    /** Returns the ids of a person's cases, without opening anything. */
    List<UUID> idsOf(UUID personId) {
        return database.call(connection -> {
            List<UUID> found = new ArrayList<>();
            try (PreparedStatement read =
                    connection.prepareStatement("select id from offboarding_case where person_id = ? order by id")) {
                read.setObject(1, personId);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getObject(1, UUID.class));
                    }
                }
            }
            return found;
        });
    }

    /** Returns the case of a person that goes on. */
    Optional<Offboarding> goingOn(UUID personId) {
        return query("going_on = ?", personId).stream().findFirst();
    }

    /** Returns the cases that go on of people whose last day is before another. */
    List<Offboarding> over(LocalDate day) {
        return query("going_on is not null and left_on is null and state <> 'withdrawn' and last_day < ?", day);
    }

    /** Returns the latest last day of everybody whose case goes on or has ended, without opening anything. */
    Map<UUID, LocalDate> lastDays() {
        String sql = "select person_id, max(last_day) from offboarding_case where state in ('running', 'ended')"
                + " and last_day is not null group by person_id";
        return database.call(connection -> {
            Map<UUID, LocalDate> found = new HashMap<>();
            try (PreparedStatement read = connection.prepareStatement(sql);
                    ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    found.put(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class));
                }
            }
            return found;
        });
    }

    /** Returns the cases of a subsidiary that were not taken back and whose last day lies between two days, both included. */
    Map<UUID, LocalDate> exits(UUID subsidiaryId, LocalDate from, LocalDate to) {
        String sql =
                "select id, last_day from offboarding_case where subsidiary_id = ? and state in ('running', 'ended')"
                        + " and last_day between ? and ?";
        return database
                .call(connection -> Statements.query(
                        connection,
                        sql,
                        row -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, LocalDate.class)),
                        subsidiaryId,
                        from,
                        to))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Returns what was done in a case, the first first. */
    List<CaseEntry> entries(Offboarding of) {
        String sql = "select id, at, content from offboarding_entry where case_id = ? order by number";
        return database.call(connection -> {
            List<CaseEntry> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, of.id());
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(new CaseEntry(
                                instant(row, 2),
                                sealed.open(
                                        entryRow(of, row.getObject(1, UUID.class)),
                                        row.getBytes(3),
                                        CaseEntry.Words.class)));
                    }
                }
            }
            return found;
        });
    }

    private List<Offboarding> query(String where, Object key) {
        String sql = "select " + COLUMNS + " from offboarding_case where " + where + " order by last_day, id";
        return database.call(connection -> {
            List<Offboarding> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, key);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        offboarding(row).ifPresent(found::add);
                    }
                }
            }
            return found;
        });
    }

    /** Reads a row; nothing of somebody who is being erased at this moment. */
    private Optional<Offboarding> offboarding(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        UUID subsidiary = row.getObject(2, UUID.class);
        UUID person = row.getObject(3, UUID.class);
        Offboarding.Course course = new Offboarding.Course(
                OffboardingState.ofCode(row.getString(5)).orElseThrow(),
                row.getObject(6, LocalDate.class),
                row.getObject(7, LocalDate.class),
                instant(row, 8),
                instantOrNull(row, 9),
                row.getObject(10, LocalDate.class));
        try {
            Offboarding.Content content = sealed.open(
                    new SealedJson.Row(subsidiary, person, "offboarding_case", id),
                    row.getBytes(11),
                    Offboarding.Content.class);
            return Optional.of(new Offboarding(id, subsidiary, person, row.getInt(4), course, content));
        } catch (PersonErasedException e) {
            return Optional.empty();
        }
    }

    /** A case is over once the person stays, or has left and everything is done: then they may have another. */
    private static boolean goesOn(Offboarding.Course course) {
        return switch (course.state()) {
            case RUNNING -> true;
            case WITHDRAWN -> false;
            case ENDED -> course.leftOn() == null;
        };
    }

    private void note(Connection connection, Offboarding of, CaseEntry entry) throws SQLException {
        UUID id = UUID.randomUUID();
        update(
                connection,
                "insert into offboarding_entry (id, case_id, subsidiary_id, person_id, number, at, content)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                id,
                of.id(),
                of.subsidiaryId(),
                of.personId(),
                count(connection, of.id()),
                moment(entry.at()),
                sealed.seal(entryRow(of, id), entry.words()));
    }

    private static int count(Connection connection, UUID caseId) throws SQLException {
        try (PreparedStatement count =
                connection.prepareStatement("select count(*) from offboarding_entry where case_id = ?")) {
            count.setObject(1, caseId);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static SealedJson.Row row(Offboarding of) {
        return new SealedJson.Row(of.subsidiaryId(), of.personId(), "offboarding_case", of.id());
    }

    private static SealedJson.Row entryRow(Offboarding of, UUID id) {
        return new SealedJson.Row(of.subsidiaryId(), of.personId(), "offboarding_entry", id);
    }

    static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }

    static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    static OffsetDateTime moment(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime momentOrNull(@Nullable Instant instant) {
        return instant == null ? null : moment(instant);
    }
}
