package org.holdfast.core.retention.cases;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.platform.database.RowBatch;
import org.holdfast.core.platform.database.WantedIds;
import org.holdfast.core.retention.cases.RetentionCase.End;
import org.holdfast.core.retention.cases.RetentionCase.PastTurn;
import org.holdfast.core.retention.cases.RetentionCase.Times;
import org.holdfast.core.retention.cases.RetentionCase.Turn;
import org.jspecify.annotations.Nullable;

/**
 * Cases and their turns. Each step is a conditional update: of two servers that take it at once, one does, and a step that is
 * cut off has not happened. Safe for use from many threads.
 */
final class CaseTable {
    private static final String COLUMNS = "id, alert_id, subsidiary_id, person_id, state, turn, talker_id, started_at,"
            + " due_on, due_at, reminded_at, escalations, opened_at, escalated_at, talked_at, closed_at";
    private static final String INSERT =
            "insert into retention_case (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String WAITING = " and turn = ? and state = 'waiting'";

    private final Database database;

    CaseTable(Database database) {
        this.database = database;
    }

    Database database() {
        return database;
    }

    /** Opens a case; false where there is one for the alert already. */
    boolean open(RetentionCase one) {
        try {
            return changes(INSERT, values(one));
        } catch (DatabaseException e) {
            // Another server has opened it meanwhile, or the alert was erased: either way there is nothing to open.
            if (!e.isConstraintViolation()) {
                throw e;
            }
            return false;
        }
    }

    /** Adds cases that are over. */
    void addAll(List<RetentionCase> cases) {
        database.run(connection -> RowBatch.run(
                connection, INSERT, cases.stream().map(CaseTable::values).toList()));
    }

    /** Notes other days of a case that is over. */
    void retime(UUID caseId, Instant talked, Instant closed) {
        changes(
                "update retention_case set talked_at = ?, closed_at = ? where id = ? and state = 'closed'",
                moment(talked),
                moment(closed),
                caseId);
    }

    private static @Nullable Object[] values(RetentionCase one) {
        Turn turn = one.turn();
        return new @Nullable Object[] {
            one.id(),
            one.alertId(),
            one.subsidiaryId(),
            one.personId(),
            one.state().code(),
            turn.number(),
            turn.talkerId(),
            moment(turn.startedAt()),
            turn.dueOn(),
            moment(turn.dueAt()),
            moment(turn.remindedAt()),
            turn.escalations(),
            moment(one.times().openedAt()),
            moment(one.times().escalatedAt()),
            moment(one.times().talkedAt()),
            moment(one.times().closedAt())
        };
    }

    /** Notes that who has to talk was reminded; false where that was noted already, or the turn is over. */
    boolean remind(RetentionCase one, Instant now) {
        return changes(
                "update retention_case set reminded_at = ? where id = ?" + WAITING + " and reminded_at is null",
                moment(now),
                one.id(),
                one.turn().number());
    }

    /**
     * Ends the present turn and begins the next one.
     *
     * @param one the case as it was read
     * @param next the next turn
     * @param end why the present one ends, at the moment the next one begins
     * @param within what belongs to it, in the same transaction
     * @return false where the turn was over already: nothing happened
     */
    boolean pass(RetentionCase one, Turn next, End end, Runnable within) {
        Turn was = one.turn();
        OffsetDateTime now = moment(next.startedAt());
        return database.call(connection -> {
            boolean taken = update(
                            connection,
                            "update retention_case set turn = ?, talker_id = ?, started_at = ?, due_on = ?, due_at = ?,"
                                    + " reminded_at = ?, escalations = ?, escalated_at = coalesce(?, escalated_at)"
                                    + " where id = ? and turn = ? and state = ?",
                            next.number(),
                            next.talkerId(),
                            now,
                            next.dueOn(),
                            moment(next.dueAt()),
                            moment(next.remindedAt()),
                            next.escalations(),
                            end == End.ESCALATED ? now : null,
                            one.id(),
                            was.number(),
                            one.state().code())
                    == 1;
            if (taken) {
                update(
                        connection,
                        "insert into case_turn (case_id, number, talker_id, started_at, due_on, ended_at, ended_for)"
                                + " values (?, ?, ?, ?, ?, ?, ?)",
                        one.id(),
                        was.number(),
                        was.talkerId(),
                        moment(was.startedAt()),
                        was.dueOn(),
                        now,
                        end.code());
                within.run();
            }
            return taken;
        });
    }

    /** Closes a case; false where it is closed. */
    boolean close(RetentionCase one, Instant now) {
        return changes(
                "update retention_case set state = 'closed', closed_at = ? where id = ? and state <> 'closed'",
                moment(now),
                one.id());
    }

    Optional<RetentionCase> find(UUID id) {
        return query("id = ?", id).stream().findFirst();
    }

    Optional<RetentionCase> ofAlert(UUID alertId) {
        return query("alert_id = ?", alertId).stream().findFirst();
    }

    List<RetentionCase> all() {
        return query("state <> ?", "");
    }

    List<RetentionCase> unclosed() {
        return query("state <> ?", CaseState.CLOSED.code());
    }

    List<RetentionCase> inState(CaseState state) {
        return query("state = ?", state.code());
    }

    /** Returns the cases in which the first talk was recorded after a moment. */
    List<RetentionCase> talkedSince(Instant since) {
        return query("talked_at >= ?", OffsetDateTime.ofInstant(since, ZoneOffset.UTC));
    }

    /** Returns the cases of a person, the oldest first. */
    List<RetentionCase> ofPerson(UUID personId) {
        return query("person_id = ?", personId);
    }

    /** Returns the cases of a subsidiary. */
    List<RetentionCase> ofSubsidiary(UUID subsidiaryId) {
        return query("subsidiary_id = ?", subsidiaryId);
    }

    /** Returns what differs once a case of a subsidiary was opened, talked in or erased. */
    List<Object> standing(UUID subsidiaryId) {
        String sql = "select (select count(*) from retention_case where subsidiary_id = ?),"
                + " (select max(opened_at) from retention_case where subsidiary_id = ?),"
                + " (select count(*) from case_talk where subsidiary_id = ?),"
                + " (select max(recorded_at) from case_talk where subsidiary_id = ?)";
        return database.call(connection -> {
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                for (int i = 1; i <= 4; i++) {
                    read.setObject(i, subsidiaryId);
                }
                try (ResultSet row = read.executeQuery()) {
                    row.next();
                    // Moments may be missing, which no unmodifiable list takes.
                    return List.of(
                            row.getLong(1),
                            String.valueOf(row.getObject(2)),
                            row.getLong(3),
                            String.valueOf(row.getObject(4)));
                }
            }
        });
    }

    /** Returns the turns of a case that are over, the first one first. */
    List<PastTurn> turns(UUID caseId) {
        String sql = "select number, talker_id, started_at, due_on, ended_at, ended_for from case_turn"
                + " where case_id = ? order by number";
        return database.call(connection -> {
            List<PastTurn> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, caseId);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(new PastTurn(
                                row.getInt(1),
                                row.getObject(2, UUID.class),
                                instant(row, 3),
                                row.getObject(4, LocalDate.class),
                                instant(row, 5),
                                end(row.getString(6))));
                    }
                }
            }
            return found;
        });
    }

    /** Returns the cases an employee had until they went up. */
    Set<UUID> escalatedFrom(UUID talkerId) {
        return database.call(connection -> {
            Set<UUID> found = new HashSet<>();
            try (PreparedStatement read = connection.prepareStatement(
                    "select case_id from case_turn where talker_id = ? and ended_for = 'escalated'")) {
                read.setObject(1, talkerId);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(row.getObject(1, UUID.class));
                    }
                }
            }
            return found;
        });
    }

    private List<RetentionCase> query(String where, Object key) {
        String sql = "select " + COLUMNS + " from retention_case where " + where + " order by opened_at, id";
        return database.call(connection -> {
            List<RetentionCase> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, key);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(retentionCase(row));
                    }
                }
            }
            return found;
        });
    }

    /** Returns some cases, in no order. */
    List<RetentionCase> all(Collection<UUID> ids) {
        String sql = "select " + COLUMNS + " from " + WantedIds.join("retention_case", "id");
        return database.call(connection -> {
            List<RetentionCase> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                WantedIds.bind(read, 1, ids);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(retentionCase(row));
                    }
                }
            }
            return found;
        });
    }

    private static RetentionCase retentionCase(ResultSet row) throws SQLException {
        Turn turn = new Turn(
                row.getInt(6),
                row.getObject(7, UUID.class),
                instant(row, 8),
                row.getObject(9, LocalDate.class),
                instant(row, 10),
                instantOrNull(row, 11),
                row.getInt(12));
        return new RetentionCase(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, UUID.class),
                CaseState.ofCode(row.getString(5)).orElseThrow(),
                turn,
                new Times(instant(row, 13), instantOrNull(row, 14), instantOrNull(row, 15), instantOrNull(row, 16)));
    }

    private static End end(String code) {
        for (End end : End.values()) {
            if (end.code().equals(code)) {
                return end;
            }
        }
        throw new IllegalStateException("There is no end of a turn of that name");
    }

    private boolean changes(String sql, @Nullable Object... values) {
        return database.call(connection -> update(connection, sql, values) == 1);
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

    private static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
        OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    static @Nullable OffsetDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
