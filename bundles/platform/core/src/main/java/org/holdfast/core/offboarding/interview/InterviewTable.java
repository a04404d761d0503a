package org.holdfast.core.offboarding.interview;

import static org.holdfast.core.offboarding.Statements.moment;
import static org.holdfast.core.offboarding.Statements.query;
import static org.holdfast.core.offboarding.Statements.update;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.offboarding.SealedJson;
import org.holdfast.core.offboarding.Statements;
import org.holdfast.core.offboarding.interview.Interview.Content;
import org.holdfast.core.offboarding.interview.Interview.Course;
import org.holdfast.core.offboarding.interview.Interview.Of;
import org.holdfast.core.offboarding.interview.Interview.Said;
import org.holdfast.core.offboarding.interview.Interview.State;
import org.holdfast.core.offboarding.interview.Interview.Words;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Vault;
import org.jspecify.annotations.Nullable;

/** Exit interviews, and each version of what was said. Safe for use from many threads. */
final class InterviewTable {
    private static final String SELECT =
            "select case_id, subsidiary_id, person_id, version, state, form_version, due_on,"
                    + " closed_on, captured, content from exit_interview where ";
    private static final String SAID =
            "select id, number, at, content, subsidiary_id, person_id from exit_interview_answer where ";

    private final Database database;
    private final SealedJson json;

    InterviewTable(Database database, Vault vault) {
        this.database = database;
        this.json = new SealedJson(vault);
    }

    /** How an interview stands, without anything opened. */
    record Standing(UUID subsidiaryId, State state, LocalDate dueOn, boolean captured) {}

    Optional<Interview> find(UUID caseId) {
        return read(this::interview, SELECT + "case_id = ?", caseId).stream().findFirst();
    }

    List<Interview> ofPerson(UUID personId) {
        return read(this::interview, SELECT + "person_id = ?", personId);
    }

    /** Returns how all interviews stand, by case. */
    Map<UUID, Standing> standing() {
        return database
                .call(connection -> query(
                        connection,
                        "select case_id, subsidiary_id, state, due_on, captured from exit_interview",
                        row -> Map.entry(
                                row.getObject(1, UUID.class),
                                new Standing(
                                        row.getObject(2, UUID.class),
                                        State.ofCode(row.getString(3)).orElseThrow(),
                                        row.getObject(4, LocalDate.class),
                                        row.getBoolean(5)))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Returns each version of what was said in a case, the first first. */
    List<Said> said(UUID caseId) {
        return read(this::saying, SAID + "case_id = ? order by number", caseId);
    }

    Optional<Said> saidWith(UUID caseId, UUID id) {
        return read(this::saying, SAID + "case_id = ? and id = ?", caseId, id).stream()
                .findFirst();
    }

    /** Says whether a key was used for any answers. */
    boolean used(UUID id) {
        return !database.call(connection -> query(
                        connection, "select number from exit_interview_answer where id = ?", row -> row.getInt(1), id))
                .isEmpty();
    }

    /** Writes an interview in the place of the version before; false where somebody else was faster. */
    boolean write(Interview fresh) {
        return write(fresh, null);
    }

    /** Writes an interview with a version of what was said, both or none; false where somebody else was faster. */
    boolean write(Interview fresh, @Nullable Said said) {
        byte[] content = json.seal(row(fresh.of()), fresh.content());
        byte[] words = said == null ? null : json.seal(row(fresh.of(), said.id()), said.words());
        try {
            return database.call(connection -> {
                if (written(connection, fresh, content) == 0) {
                    return false;
                }
                if (said != null) {
                    update(
                            connection,
                            "insert into exit_interview_answer (id, case_id, subsidiary_id, person_id, number, at,"
                                    + " content) values (?, ?, ?, ?, ?, ?, ?)",
                            said.id(),
                            fresh.of().caseId(),
                            fresh.of().subsidiaryId(),
                            fresh.of().personId(),
                            said.number(),
                            said.at(),
                            words);
                }
                return true;
            });
        } catch (DatabaseException e) {
            if (!e.isConstraintViolation()) {
                throw e;
            }
            return false;
        }
    }

    private static int written(Connection connection, Interview fresh, byte[] content) throws SQLException {
        Course course = fresh.course();
        Of of = fresh.of();
        return fresh.version() == 1
                ? update(
                        connection,
                        "insert into exit_interview (case_id, subsidiary_id, person_id, version, state, form_version,"
                                + " due_on, closed_on, captured, content) values (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)",
                        of.caseId(),
                        of.subsidiaryId(),
                        of.personId(),
                        course.state().code(),
                        course.form(),
                        course.dueOn(),
                        course.closedOn(),
                        course.captured(),
                        content)
                : update(
                        connection,
                        "update exit_interview set version = ?, state = ?, due_on = ?, closed_on = ?, captured = ?,"
                                + " content = ? where case_id = ? and version = ?",
                        fresh.version(),
                        course.state().code(),
                        course.dueOn(),
                        course.closedOn(),
                        course.captured(),
                        content,
                        of.caseId(),
                        fresh.version() - 1);
    }

    /** Reads rows; of somebody who is erased at this moment there is nothing any more. */
    private <T> List<T> read(Statements.Reader<T> reader, String sql, Object... keys) {
        try {
            return database.call(connection -> query(connection, sql, reader, keys));
        } catch (PersonErasedException e) {
            return List.of();
        }
    }

    private Interview interview(ResultSet row) throws SQLException {
        Of of = new Of(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class));
        Course course = new Course(
                State.ofCode(row.getString(5)).orElseThrow(),
                row.getInt(6),
                row.getObject(7, LocalDate.class),
                row.getObject(8, LocalDate.class),
                row.getBoolean(9));
        return new Interview(of, row.getInt(4), course, json.open(row(of), row.getBytes(10), Content.class));
    }

    private Said saying(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        SealedJson.Row place = new SealedJson.Row(
                row.getObject(5, UUID.class), row.getObject(6, UUID.class), "exit_interview_answer", id);
        return new Said(id, row.getInt(2), moment(row, 3), json.open(place, row.getBytes(4), Words.class));
    }

    private static SealedJson.Row row(Of of) {
        return new SealedJson.Row(of.subsidiaryId(), of.personId(), "exit_interview", of.caseId());
    }

    private static SealedJson.Row row(Of of, UUID said) {
        return new SealedJson.Row(of.subsidiaryId(), of.personId(), "exit_interview_answer", said);
    }
}
