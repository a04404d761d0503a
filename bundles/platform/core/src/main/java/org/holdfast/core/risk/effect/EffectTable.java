package org.holdfast.core.risk.effect;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;

/**
 * The latest study of each subsidiary's actions, sealed under the subsidiary's key: figures about few people can tell about one of
 * them. Safe for use from many threads.
 */
public final class EffectTable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Database database;
    private final Vault vault;

    /**
     * Creates the table.
     *
     * @param database the database
     * @param vault seals and opens
     */
    public EffectTable(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * A study as kept.
     *
     * @param subsidiaryId the subsidiary
     * @param asOf as of which day outcomes were known
     * @param study what it came to
     */
    public record StoredStudy(UUID subsidiaryId, LocalDate asOf, EffectStudy study) {}

    /**
     * Keeps a study in the place of the one before.
     *
     * @param stored the study
     */
    public void keep(StoredStudy stored) {
        UUID subsidiaryId = stored.subsidiaryId();
        vault.prepare(subsidiaryId, List.of());
        byte[] sealed = vault.seal(Subject.subsidiary(subsidiaryId), cell(subsidiaryId), write(stored.study()));
        database.run(connection -> {
            try (PreparedStatement delete =
                            connection.prepareStatement("delete from risk_effect where subsidiary_id = ?");
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into risk_effect (subsidiary_id, as_of, sealed) values (?, ?, ?)")) {
                delete.setObject(1, subsidiaryId);
                delete.executeUpdate();
                insert.setObject(1, subsidiaryId);
                insert.setObject(2, stored.asOf());
                insert.setBytes(3, sealed);
                insert.executeUpdate();
            }
        });
    }

    /**
     * Finds the latest study of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return the study, or empty where there was none
     */
    public Optional<StoredStudy> of(UUID subsidiaryId) {
        return database.call(connection -> {
            try (PreparedStatement read =
                    connection.prepareStatement("select as_of, sealed from risk_effect where subsidiary_id = ?")) {
                read.setObject(1, subsidiaryId);
                try (ResultSet row = read.executeQuery()) {
                    return row.next()
                            ? Optional.of(new StoredStudy(
                                    subsidiaryId,
                                    row.getObject(1, LocalDate.class),
                                    read(vault.open(
                                            Subject.subsidiary(subsidiaryId), cell(subsidiaryId), row.getBytes(2)))))
                            : Optional.empty();
                }
            }
        });
    }

    private static Cell cell(UUID subsidiaryId) {
        return new Cell("risk_effect", "sealed", subsidiaryId.toString(), 1);
    }

    private static byte[] write(EffectStudy study) {
        try {
            return JSON.writeValueAsBytes(study);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EffectStudy read(byte[] json) {
        try {
            return JSON.readValue(json, EffectStudy.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
