package org.holdfast.core.offboarding.papers;

import static org.holdfast.core.offboarding.Statements.query;
import static org.holdfast.core.offboarding.Statements.update;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Subject;

/** Where archives and social insurance went. Safe for use from many threads. */
final class TransferTable {
    private static final String SELECT =
            "select case_id, subsidiary_id, person_id, version, content from paper_transfer where ";

    private final Database database;
    private final SealedCells cells;

    TransferTable(Database database, SealedCells cells) {
        this.database = database;
        this.cells = cells;
    }

    Optional<Transfer> find(UUID caseId) {
        return read("case_id = ?", caseId).stream().findFirst();
    }

    List<Transfer> ofPerson(UUID personId) {
        return read("person_id = ?", personId);
    }

    /** Returns the cases in which everything was noted, without opening anything. */
    Set<UUID> done() {
        return Set.copyOf(database.call(connection -> query(
                connection,
                "select case_id from paper_transfer where done = ?",
                row -> row.getObject(1, UUID.class),
                true)));
    }

    /** Writes what was noted in the place of the version before; false where somebody else was faster. */
    boolean write(Transfer fresh) {
        byte[] content = cells.sealPart(place(fresh.of()), fresh.content());
        IssuedPaper.Of of = fresh.of();
        try {
            return database.call(connection -> fresh.version() == 1
                            ? update(
                                    connection,
                                    "insert into paper_transfer (case_id, subsidiary_id, person_id, version, done, content)"
                                            + " values (?, ?, ?, 1, ?, ?)",
                                    of.caseId(),
                                    of.subsidiaryId(),
                                    of.personId(),
                                    fresh.content().done(),
                                    content)
                            : update(
                                    connection,
                                    "update paper_transfer set version = ?, done = ?, content = ? where case_id = ?"
                                            + " and version = ?",
                                    fresh.version(),
                                    fresh.content().done(),
                                    content,
                                    of.caseId(),
                                    fresh.version() - 1))
                    == 1;
        } catch (DatabaseException e) {
            if (!e.isConstraintViolation()) {
                throw e;
            }
            return false;
        }
    }

    private List<Transfer> read(String where, UUID key) {
        try {
            return database.call(connection -> query(connection, SELECT + where, this::transfer, key));
        } catch (PersonErasedException e) {
            // Somebody is erased at this moment: there is nothing any more.
            return List.of();
        }
    }

    private Transfer transfer(ResultSet row) throws SQLException {
        IssuedPaper.Of of = new IssuedPaper.Of(
                row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getObject(3, UUID.class));
        return new Transfer(of, row.getInt(4), cells.openPart(place(of), row.getBytes(5), Transfer.Content.class));
    }

    private static SealedCells.Place place(IssuedPaper.Of of) {
        return new SealedCells.Place(
                Subject.person(of.subsidiaryId(), of.personId()), "paper_transfer", "content", of.caseId());
    }
}
