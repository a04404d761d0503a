package org.holdfast.core.risk.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;
import org.holdfast.core.risk.scoring.Drift;

/** The latest drift of each model, sealed under the subsidiary's key. Safe for use from many threads. */
public final class DriftTable {
    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    private final Database database;
    private final Vault vault;

    /**
     * Creates the table.
     *
     * @param database the database
     * @param vault seals and opens
     */
    public DriftTable(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * Keeps the drift of a model in place of the one before. That of an earlier day, as a run for a past day has it, changes
     * nothing.
     *
     * @param subsidiaryId the subsidiary
     * @param modelId the model
     * @param drift how far its people have moved
     */
    public void keep(UUID subsidiaryId, UUID modelId, Drift drift) {
        Drift before = of(subsidiaryId).get(modelId);
        if (before != null && before.asOf().isAfter(drift.asOf())) {
            return;
        }
        byte[] sealed = vault.seal(Subject.subsidiary(subsidiaryId), cell(modelId), write(drift));
        database.run(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from risk_drift where model_id = ?")) {
                delete.setObject(1, modelId);
                delete.executeUpdate();
            }
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into risk_drift (model_id, subsidiary_id, drift) values (?, ?, ?)")) {
                insert.setObject(1, modelId);
                insert.setObject(2, subsidiaryId);
                insert.setBytes(3, sealed);
                insert.executeUpdate();
            }
        });
    }

    /**
     * Returns the drift of a subsidiary's models.
     *
     * @param subsidiaryId the subsidiary
     * @return by model
     */
    public Map<UUID, Drift> of(UUID subsidiaryId) {
        return database.call(connection -> {
            Map<UUID, Drift> found = new HashMap<>();
            try (PreparedStatement read =
                    connection.prepareStatement("select model_id, drift from risk_drift where subsidiary_id = ?")) {
                read.setObject(1, subsidiaryId);
                try (ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        UUID modelId = row.getObject(1, UUID.class);
                        found.put(
                                modelId,
                                read(vault.open(Subject.subsidiary(subsidiaryId), cell(modelId), row.getBytes(2))));
                    }
                }
            }
            return found;
        });
    }

    private static Cell cell(UUID modelId) {
        return new Cell("risk_drift", "drift", modelId.toString(), 1);
    }

    private static byte[] write(Drift drift) {
        try {
            return JSON.writeValueAsBytes(drift);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Drift read(byte[] json) {
        try {
            return JSON.readValue(json, Drift.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
