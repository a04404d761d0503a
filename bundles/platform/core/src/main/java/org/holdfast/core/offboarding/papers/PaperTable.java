package org.holdfast.core.offboarding.papers;

import static org.holdfast.core.offboarding.Statements.moment;
import static org.holdfast.core.offboarding.Statements.query;
import static org.holdfast.core.offboarding.Statements.update;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Subject;

/**
 * The papers that were issued. Number, paper and what it replaces are written in one transaction: no number is given twice or lost,
 * not even once a person is erased. Safe for use from many threads.
 */
final class PaperTable {
    private static final String SELECT =
            "select id, case_id, subsidiary_id, person_id, issue_year, number, current_of, issued_at, content"
                    + " from paper_issued where ";

    private final Database database;
    private final SealedCells cells;

    PaperTable(Database database, SealedCells cells) {
        this.database = database;
        this.cells = cells;
    }

    /** Returns the number that comes next. */
    int next(UUID subsidiaryId, int year) {
        return 1
                + database
                        .call(connection -> query(
                                connection,
                                "select last_number from paper_number where subsidiary_id = ? and issue_year = ?",
                                row -> row.getInt(1),
                                subsidiaryId,
                                year))
                        .stream()
                        .findFirst()
                        .orElse(0);
    }

    /**
     * Keeps a paper; false where its number is taken, and then nothing is written.
     *
     * @throws RestException with status 409 where what it replaces was replaced meanwhile
     * @throws DatabaseException a violated constraint where its id is known, or the case has another paper that was not replaced
     */
    boolean issue(IssuedPaper fresh, byte[] file) {
        byte[] content = cells.sealPart(place(fresh, "content"), fresh.content());
        byte[] sealed = cells.seal(place(fresh, "file"), file);
        return database.call(connection -> {
            if (!count(connection, fresh)) {
                return false;
            }
            UUID replaces = fresh.content().replaces();
            if (replaces != null && !replace(connection, fresh, replaces)) {
                throw RestException.of(PaperError.CERTIFICATE_ISSUED, "Another paper has taken its place meanwhile.");
            }
            update(
                    connection,
                    "insert into paper_issued (id, case_id, subsidiary_id, person_id, issue_year, number, current_of,"
                            + " issued_at, content, file) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    fresh.id(),
                    fresh.of().caseId(),
                    fresh.of().subsidiaryId(),
                    fresh.of().personId(),
                    fresh.number().year(),
                    fresh.number().count(),
                    fresh.of().caseId(),
                    fresh.issuedAt(),
                    content,
                    sealed);
            return true;
        });
    }

    /** Begins the numbers of a year where nobody has. */
    void begin(UUID subsidiaryId, int year) {
        try {
            database.run(connection -> {
                boolean begun = !query(
                                connection,
                                "select last_number from paper_number where subsidiary_id = ? and issue_year = ?",
                                row -> row.getInt(1),
                                subsidiaryId,
                                year)
                        .isEmpty();
                if (!begun) {
                    update(
                            connection,
                            "insert into paper_number (subsidiary_id, issue_year, last_number) values (?, ?, 0)",
                            subsidiaryId,
                            year);
                }
            });
        } catch (DatabaseException e) {
            if (!e.isConstraintViolation()) {
                throw e;
            }
            // Somebody else has, at the same moment.
        }
    }

    Optional<IssuedPaper> find(UUID id) {
        return read("id = ?", id).stream().findFirst();
    }

    /** Returns the papers of a case, the first one first. */
    List<IssuedPaper> ofCase(UUID caseId) {
        return read("case_id = ?", caseId);
    }

    /** Returns the papers of a person, the first one first. */
    List<IssuedPaper> ofPerson(UUID personId) {
        return read("person_id = ?", personId);
    }

    /** Says whether a case has a paper, without opening anything. */
    boolean issued(UUID caseId) {
        return database.call(connection -> !query(
                        connection, "select 1 from paper_issued where current_of = ?", row -> row.getInt(1), caseId)
                .isEmpty());
    }

    /** Returns the file of a paper as it was issued. */
    byte[] file(IssuedPaper paper) {
        byte[] sealed = database
                .call(connection -> query(
                        connection, "select file from paper_issued where id = ?", row -> row.getBytes(1), paper.id()))
                .stream()
                .findFirst()
                .orElseThrow(RestException::notFound);
        return cells.open(place(paper, "file"), sealed);
    }

    private static boolean count(Connection connection, IssuedPaper fresh) throws SQLException {
        return update(
                        connection,
                        "update paper_number set last_number = ? where subsidiary_id = ? and issue_year = ?"
                                + " and last_number = ?",
                        fresh.number().count(),
                        fresh.of().subsidiaryId(),
                        fresh.number().year(),
                        fresh.number().count() - 1)
                == 1;
    }

    private static boolean replace(Connection connection, IssuedPaper fresh, UUID replaced) throws SQLException {
        return update(
                        connection,
                        "update paper_issued set current_of = null where id = ? and current_of = ?",
                        replaced,
                        fresh.of().caseId())
                == 1;
    }

    private List<IssuedPaper> read(String where, UUID key) {
        try {
            return database.call(connection ->
                    query(connection, SELECT + where + " order by issue_year, number, issued_at", this::paper, key));
        } catch (PersonErasedException e) {
            // Somebody is erased at this moment: there is nothing any more.
            return List.of();
        }
    }

    private IssuedPaper paper(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        IssuedPaper.Of of = new IssuedPaper.Of(
                row.getObject(2, UUID.class), row.getObject(3, UUID.class), row.getObject(4, UUID.class));
        return new IssuedPaper(
                id,
                of,
                new IssuedPaper.SerialNumber(row.getInt(5), row.getInt(6)),
                row.getObject(7, UUID.class) == null,
                moment(row, 8),
                cells.openPart(place(of, id, "content"), row.getBytes(9), IssuedPaper.Content.class));
    }

    private static SealedCells.Place place(IssuedPaper paper, String column) {
        return place(paper.of(), paper.id(), column);
    }

    private static SealedCells.Place place(IssuedPaper.Of of, UUID id, String column) {
        return new SealedCells.Place(Subject.person(of.subsidiaryId(), of.personId()), "paper_issued", column, id);
    }
}
