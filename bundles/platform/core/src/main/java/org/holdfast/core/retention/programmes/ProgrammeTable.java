package org.holdfast.core.retention.programmes;

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
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;
import org.jspecify.annotations.Nullable;

/**
 * Programmes with their steps and members. What a programme says is sealed under the key of its subsidiary, what a member got under
 * their own. A change is a conditional update with its step in one transaction: of two people who change the same at once, one does.
 * Safe for use from many threads.
 */
final class ProgrammeTable {
    private static final String COLUMNS =
            "id, subsidiary_id, version, state, owner_id, team_id, submitted_by, created_at,"
                    + " started_on, ended_on, content";

    private final Database database;
    private final Vault vault;

    ProgrammeTable(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Begins a programme. */
    void add(Programme fresh, ProgrammeStep step) {
        vault.prepare(fresh.subsidiaryId(), List.of());
        database.run(connection -> {
            update(
                    connection,
                    "insert into retention_programme (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    fresh.id(),
                    fresh.subsidiaryId(),
                    fresh.version(),
                    fresh.course().state().code(),
                    fresh.duty().ownerId(),
                    fresh.duty().teamId(),
                    fresh.course().submittedBy(),
                    moment(fresh.course().createdAt()),
                    fresh.course().startedOn(),
                    fresh.course().endedOn(),
                    seal(fresh));
            note(connection, fresh, step);
        });
    }

    /** Writes a programme anew; false where somebody else has changed it since it was read. */
    boolean change(Programme fresh, ProgrammeStep step) {
        return start(fresh, List.of(), step);
    }

    /** Writes a programme anew with who belongs to it from now on; false where somebody else has changed it. */
    boolean start(Programme fresh, Collection<UUID> members, ProgrammeStep step) {
        return database.call(connection -> {
            if (!write(connection, fresh)) {
                return false;
            }
            for (UUID member : members) {
                join(connection, fresh, new Member(member, Set.of()));
            }
            note(connection, fresh, step);
            return true;
        });
    }

    /** Writes a programme anew with what members have got; false where somebody else has changed it. */
    boolean progress(Programme fresh, Collection<Member> changed, ProgrammeStep step) {
        return database.call(connection -> {
            if (!write(connection, fresh)) {
                return false;
            }
            for (Member member : changed) {
                update(
                        connection,
                        "update programme_member set content = ? where programme_id = ? and person_id = ?",
                        seal(fresh, member),
                        fresh.id(),
                        member.personId());
            }
            note(connection, fresh, step);
            return true;
        });
    }

    Optional<Programme> find(UUID id) {
        return query("id = ?", id).stream().findFirst();
    }

    /** Returns all programmes, the latest first. */
    List<Programme> all() {
        return query("state <> ?", "");
    }

    /** Returns the programmes somebody belongs to, the latest first. */
    List<Programme> ofPerson(UUID personId) {
        return query("id in (select programme_id from programme_member where person_id = ?)", personId);
    }

    /** Returns the ids of the programmes one of some people belongs to. */
    Set<UUID> joined(Collection<UUID> people) {
        return database.call(connection -> {
            Set<UUID> found = new HashSet<>();
            for (UUID person : people) {
                found.addAll(ids(connection, "select programme_id from programme_member where person_id = ?", person));
            }
            return found;
        });
    }

    /** Returns who belongs to a programme. */
    List<UUID> memberIds(UUID programmeId) {
        return database.call(connection -> ids(
                connection,
                "select person_id from programme_member where programme_id = ? order by person_id",
                programmeId));
    }

    /** Returns who belongs to a programme, with what they have got; nobody who is being erased at this moment. */
    List<Member> members(Programme of) {
        String sql = "select id, person_id, content from programme_member where programme_id = ? order by person_id";
        return database.call(connection -> {
            List<Member> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, of.id());
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        UUID person = row.getObject(2, UUID.class);
                        got(of, person, row.getBytes(3)).ifPresent(got -> found.add(new Member(person, got.done())));
                    }
                }
            }
            return found;
        });
    }

    /** Returns what was done with a programme, the latest first. */
    List<ProgrammeStep> steps(Programme of) {
        String sql = "select id, at, content from programme_step where programme_id = ? order by number desc";
        return database.call(connection -> {
            List<ProgrammeStep> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, of.id());
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        byte[] plain = vault.open(
                                Subject.subsidiary(of.subsidiaryId()),
                                cell("programme_step", row.getObject(1, UUID.class)),
                                row.getBytes(3));
                        found.add(new ProgrammeStep(
                                instant(row, 2), ProgrammeCodec.read(plain, ProgrammeStep.Words.class)));
                    }
                }
            }
            return found;
        });
    }

    private Optional<Member.Got> got(Programme of, UUID person, byte[] sealed) {
        try {
            byte[] plain = vault.open(Subject.person(of.subsidiaryId(), person), memberCell(of, person), sealed);
            return Optional.of(ProgrammeCodec.read(plain, Member.Got.class));
        } catch (PersonErasedException e) {
            return Optional.empty();
        }
    }

    private List<Programme> query(String where, Object key) {
        String sql = "select " + COLUMNS + " from retention_programme where " + where + " order by created_at desc, id";
        return database.call(connection -> {
            List<Programme> found = new ArrayList<>();
            try (PreparedStatement read = connection.prepareStatement(sql)) {
                read.setObject(1, key);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        found.add(programme(row));
                    }
                }
            }
            return found;
        });
    }

    private Programme programme(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        UUID subsidiary = row.getObject(2, UUID.class);
        byte[] plain = vault.open(Subject.subsidiary(subsidiary), cell("retention_programme", id), row.getBytes(11));
        return new Programme(
                id,
                subsidiary,
                row.getInt(3),
                new Programme.Course(
                        ProgrammeState.ofCode(row.getString(4)).orElseThrow(),
                        row.getObject(7, UUID.class),
                        instant(row, 8),
                        row.getObject(9, LocalDate.class),
                        row.getObject(10, LocalDate.class)),
                new Programme.Duty(row.getObject(5, UUID.class), row.getObject(6, UUID.class)),
                ProgrammeCodec.read(plain, Programme.Content.class));
    }

    private boolean write(Connection connection, Programme fresh) throws SQLException {
        return update(
                        connection,
                        "update retention_programme set version = version + 1, state = ?, owner_id = ?, submitted_by = ?,"
                                + " started_on = ?, ended_on = ?, content = ? where id = ? and version = ?",
                        fresh.course().state().code(),
                        fresh.duty().ownerId(),
                        fresh.course().submittedBy(),
                        fresh.course().startedOn(),
                        fresh.course().endedOn(),
                        seal(fresh),
                        fresh.id(),
                        fresh.version())
                == 1;
    }

    private void join(Connection connection, Programme of, Member member) throws SQLException {
        update(
                connection,
                "insert into programme_member (id, programme_id, subsidiary_id, person_id, content) values (?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                of.id(),
                of.subsidiaryId(),
                member.personId(),
                seal(of, member));
    }

    private void note(Connection connection, Programme of, ProgrammeStep step) throws SQLException {
        UUID id = UUID.randomUUID();
        update(
                connection,
                "insert into programme_step (id, programme_id, number, at, content) values (?, ?, ?, ?, ?)",
                id,
                of.id(),
                count(connection, of.id()),
                moment(step.at()),
                vault.seal(
                        Subject.subsidiary(of.subsidiaryId()),
                        cell("programme_step", id),
                        ProgrammeCodec.write(step.words())));
    }

    private static int count(Connection connection, UUID programmeId) throws SQLException {
        try (PreparedStatement count =
                connection.prepareStatement("select count(*) from programme_step where programme_id = ?")) {
            count.setObject(1, programmeId);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static List<UUID> ids(Connection connection, String sql, UUID key) throws SQLException {
        List<UUID> found = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(sql)) {
            read.setObject(1, key);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
        }
        return found;
    }

    private byte[] seal(Programme of) {
        return vault.seal(
                Subject.subsidiary(of.subsidiaryId()),
                cell("retention_programme", of.id()),
                ProgrammeCodec.write(of.content()));
    }

    private byte[] seal(Programme of, Member member) {
        return vault.seal(
                Subject.person(of.subsidiaryId(), member.personId()),
                memberCell(of, member.personId()),
                ProgrammeCodec.write(new Member.Got(member.done())));
    }

    private static Cell cell(String table, UUID id) {
        return new Cell(table, "content", id.toString(), ProgrammeCodec.VERSION);
    }

    /** A member is known by the programme: of each person there is one there. */
    private static Cell memberCell(Programme of, UUID person) {
        return new Cell("programme_member", "content", of.id() + "/" + person, ProgrammeCodec.VERSION);
    }

    static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime moment(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
