package org.holdfast.core.offboarding.papers;

import static org.holdfast.core.offboarding.Statements.query;
import static org.holdfast.core.offboarding.Statements.update;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.protection.Subject;

/** How subsidiaries write their papers; it names who signs, so it is sealed under their keys. Safe for use from many threads. */
final class TemplateTable {
    private final Database database;
    private final SealedCells cells;

    TemplateTable(Database database, SealedCells cells) {
        this.database = database;
        this.cells = cells;
    }

    /** What is kept of a template. */
    private record Content(Template.Letterhead letterhead, Map<String, Template.Wording> wordings) {}

    Optional<Template> find(UUID subsidiaryId) {
        return database
                .call(connection -> query(
                        connection,
                        "select version, content from paper_template where subsidiary_id = ?",
                        row -> {
                            Content content = cells.openPart(place(subsidiaryId), row.getBytes(2), Content.class);
                            return new Template(row.getInt(1), content.letterhead(), content.wordings());
                        },
                        subsidiaryId))
                .stream()
                .findFirst();
    }

    /** Writes a template in the place of the version before; false where somebody else was faster. */
    boolean write(UUID subsidiaryId, Template fresh) {
        cells.vault().prepare(subsidiaryId, List.of());
        byte[] content = cells.sealPart(place(subsidiaryId), new Content(fresh.letterhead(), fresh.wordings()));
        try {
            return database.call(connection -> fresh.version() == 1
                            ? update(
                                    connection,
                                    "insert into paper_template (subsidiary_id, version, content) values (?, 1, ?)",
                                    subsidiaryId,
                                    content)
                            : update(
                                    connection,
                                    "update paper_template set version = ?, content = ? where subsidiary_id = ?"
                                            + " and version = ?",
                                    fresh.version(),
                                    content,
                                    subsidiaryId,
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
        return new SealedCells.Place(Subject.subsidiary(subsidiaryId), "paper_template", "content", subsidiaryId);
    }
}
