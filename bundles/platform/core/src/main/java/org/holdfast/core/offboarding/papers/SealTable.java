package org.holdfast.core.offboarding.papers;

import static org.holdfast.core.offboarding.Statements.query;
import static org.holdfast.core.offboarding.Statements.update;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.protection.Subject;

/** The seals of subsidiaries, sealed under their keys. Safe for use from many threads. */
final class SealTable {
    private final Database database;
    private final SealedCells cells;

    SealTable(Database database, SealedCells cells) {
        this.database = database;
        this.cells = cells;
    }

    Optional<Seal> find(UUID subsidiaryId) {
        return database
                .call(connection -> query(
                        connection,
                        "select version, content from paper_seal where subsidiary_id = ?",
                        row -> new Seal(
                                subsidiaryId,
                                row.getInt(1),
                                cells.openPart(place(subsidiaryId), row.getBytes(2), Seal.Content.class)),
                        subsidiaryId))
                .stream()
                .findFirst();
    }

    /** Returns the subsidiaries that have one, without opening anything. */
    List<UUID> subsidiaries() {
        return database.call(connection -> query(
                connection,
                "select subsidiary_id from paper_seal order by subsidiary_id",
                row -> row.getObject(1, UUID.class)));
    }

    /** Writes a seal in the place of the version before; false where somebody else was faster. */
    boolean write(Seal fresh) {
        UUID subsidiary = fresh.subsidiaryId();
        cells.vault().prepare(subsidiary, List.of());
        byte[] content = cells.sealPart(place(subsidiary), fresh.content());
        try {
            return database.call(connection -> fresh.version() == 1
                            ? update(
                                    connection,
                                    "insert into paper_seal (subsidiary_id, version, content) values (?, 1, ?)",
                                    subsidiary,
                                    content)
                            : update(
                                    connection,
                                    "update paper_seal set version = ?, content = ? where subsidiary_id = ? and version = ?",
                                    fresh.version(),
                                    content,
                                    subsidiary,
                                    fresh.version() - 1))
                    == 1;
        } catch (DatabaseException e) {
            if (!e.isConstraintViolation()) {
                throw e;
            }
            return false;
        }
    }

    private static SealedCells.Place place(UUID subsidiaryId) {
        return new SealedCells.Place(Subject.subsidiary(subsidiaryId), "paper_seal", "content", subsidiaryId);
    }
}
