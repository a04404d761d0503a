package org.holdfast.core.offboarding.interview;

import static org.holdfast.core.offboarding.Statements.query;
import static org.holdfast.core.offboarding.Statements.update;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.offboarding.SealedJson;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.DatabaseException;
import org.holdfast.core.protection.Vault;

/**
 * Every version of every form. Nobody knows whom somebody names in a question, so they are sealed under the subsidiary's key. Safe
 * for use from many threads.
 */
final class FormTable {
    private static final String SELECT = "select id, subsidiary_id, version, content from interview_form where ";

    private final Database database;
    private final Vault vault;
    private final SealedJson json;

    FormTable(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
        this.json = new SealedJson(vault);
    }

    /** Returns the version that is asked now. */
    Optional<InterviewForm> latest(UUID subsidiaryId) {
        return read(
                SELECT
                        + "subsidiary_id = ? and version = (select max(version) from interview_form where subsidiary_id = ?)",
                subsidiaryId,
                subsidiaryId);
    }

    Optional<InterviewForm> find(UUID subsidiaryId, int version) {
        return read(SELECT + "subsidiary_id = ? and version = ?", subsidiaryId, version);
    }

    /** Adds a version; false where somebody else was faster. */
    boolean add(UUID subsidiaryId, InterviewForm form, Instant at) {
        UUID id = UUID.randomUUID();
        vault.prepare(subsidiaryId, List.of());
        byte[] content = json.seal(row(subsidiaryId, id), form);
        try {
            return database.call(connection -> update(
                            connection,
                            "insert into interview_form (id, subsidiary_id, version, published_at, content)"
                                    + " values (?, ?, ?, ?, ?)",
                            id,
                            subsidiaryId,
                            form.version(),
                            at,
                            content))
                    == 1;
        } catch (DatabaseException e) {
            if (!e.isConstraintViolation()) {
                throw e;
            }
            return false;
        }
    }

    private Optional<InterviewForm> read(String sql, Object... keys) {
        return database
                .call(connection -> query(
                        connection,
                        sql,
                        row -> json.open(
                                        row(row.getObject(2, UUID.class), row.getObject(1, UUID.class)),
                                        row.getBytes(4),
                                        InterviewForm.class)
                                .as(row.getInt(3)),
                        keys))
                .stream()
                .findFirst();
    }

    private static SealedJson.Row row(UUID subsidiaryId, UUID id) {
        return new SealedJson.Row(subsidiaryId, null, "interview_form", id);
    }
}
