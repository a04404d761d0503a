package org.holdfast.core.risk.store;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.engine.Algorithm;
import org.holdfast.api.engine.ModelData;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.TimeOrderedIds;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;
import org.holdfast.core.risk.store.StoredModel.Role;
import org.holdfast.core.risk.training.ModelCard;
import org.holdfast.core.risk.training.TrainingOutcome;
import org.holdfast.core.risk.training.TrainingOutcome.Candidate;
import org.jspecify.annotations.Nullable;

/** Trained models and the history of champions, sealed under the subsidiary's key. Safe for use from many threads. */
public final class ModelTable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String READ =
            "select id, subsidiary_id, algorithm, engine_version, role, trained_on, card from risk_model where ";

    private final Database database;
    private final Vault vault;
    private final Clock clock;
    private final TimeOrderedIds changes;

    /**
     * Creates the table.
     *
     * @param database the database
     * @param vault seals and opens
     * @param clock the time
     */
    public ModelTable(Database database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
        this.changes = new TimeOrderedIds(clock);
    }

    /**
     * Keeps what a training came to: its models, which of them is champion, and why. Models of before retire.
     *
     * @param subsidiaryId the subsidiary
     * @param trainedOn the last day of which outcomes were known
     * @param outcome what the training came to
     */
    public void keep(UUID subsidiaryId, LocalDate trainedOn, TrainingOutcome outcome) {
        vault.prepare(subsidiaryId, List.of());
        database.run(connection -> {
            @Nullable UUID champion = null;
            if (!outcome.candidates().isEmpty()) {
                retire(connection, subsidiaryId, outcome.champion().isPresent());
            }
            for (Candidate candidate : outcome.candidates()) {
                boolean wins = outcome.champion()
                        .filter(candidate.data().algorithm()::equals)
                        .isPresent();
                UUID id = UUID.randomUUID();
                insert(
                        connection,
                        new StoredModel(
                                id,
                                subsidiaryId,
                                candidate.data().algorithm().code(),
                                candidate.data().engineVersion(),
                                wins ? Role.CHAMPION : Role.CHALLENGER,
                                trainedOn,
                                candidate.card()),
                        candidate.data().bytes());
                champion = wins ? id : champion;
            }
            note(connection, subsidiaryId, champion, outcome.reason().code());
        });
    }

    /**
     * Makes a model the champion of its subsidiary; the champion of before becomes a challenger.
     *
     * @param model the model
     */
    public void activate(StoredModel model) {
        database.run(connection -> {
            String demote = "update risk_model set role = 'challenger' where subsidiary_id = ? and role = 'champion'";
            try (PreparedStatement statement = connection.prepareStatement(demote)) {
                statement.setObject(1, model.subsidiaryId());
                statement.executeUpdate();
            }
            try (PreparedStatement statement =
                    connection.prepareStatement("update risk_model set role = 'champion' where id = ?")) {
                statement.setObject(1, model.id());
                statement.executeUpdate();
            }
            note(connection, model.subsidiaryId(), model.id(), "activated");
        });
    }

    /**
     * Returns the models of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return newest first
     */
    public List<StoredModel> of(UUID subsidiaryId) {
        return query("subsidiary_id = ? order by created_at desc, algorithm", subsidiaryId);
    }

    /**
     * Finds a model.
     *
     * @param id the model
     * @return the model, or empty
     */
    public Optional<StoredModel> find(UUID id) {
        return query("id = ?", id).stream().findFirst();
    }

    /**
     * Finds the champion of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return the champion, or empty where the scorecard is in use
     */
    public Optional<StoredModel> champion(UUID subsidiaryId) {
        return of(subsidiaryId).stream()
                .filter(model -> model.role() == Role.CHAMPION)
                .findFirst();
    }

    /**
     * Tells when the models of a subsidiary were made.
     *
     * @param subsidiaryId the subsidiary
     * @return the moment of each model
     */
    public Map<UUID, Instant> madeAt(UUID subsidiaryId) {
        return database.call(connection -> {
            Map<UUID, Instant> moments = new HashMap<>();
            try (PreparedStatement statement =
                    connection.prepareStatement("select id, created_at from risk_model where subsidiary_id = ?")) {
                statement.setObject(1, subsidiaryId);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        moments.put(
                                row.getObject(1, UUID.class),
                                row.getObject(2, OffsetDateTime.class).toInstant());
                    }
                }
            }
            return moments;
        });
    }

    /**
     * Deletes models; where the champion is among them the scorecard takes over.
     *
     * @param subsidiaryId the subsidiary
     * @param moment those made before it, or at it
     * @return ids of the deleted models
     */
    public List<UUID> deleteMadeBefore(UUID subsidiaryId, Instant moment) {
        List<UUID> gone = new ArrayList<>();
        madeAt(subsidiaryId).forEach((id, madeAt) -> {
            if (!madeAt.isAfter(moment)) {
                gone.add(id);
            }
        });
        boolean champion = this.champion(subsidiaryId)
                .filter(model -> gone.contains(model.id()))
                .isPresent();
        database.run(connection -> {
            for (UUID id : gone) {
                try (PreparedStatement statement = connection.prepareStatement("delete from risk_model where id = ?")) {
                    statement.setObject(1, id);
                    statement.executeUpdate();
                }
            }
            if (champion) {
                note(connection, subsidiaryId, null, "unlearned");
            }
        });
        return gone;
    }

    /**
     * Reads a model's bytes.
     *
     * @param model the model
     * @return what the engine loads
     */
    public ModelData data(StoredModel model) {
        byte[] sealed = database.call(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("select model from risk_model where id = ?")) {
                statement.setObject(1, model.id());
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    return row.getBytes(1);
                }
            }
        });
        byte[] bytes = vault.open(Subject.subsidiary(model.subsidiaryId()), cell(model.id(), "model"), sealed);
        return new ModelData(Algorithm.ofCode(model.algorithm()).orElseThrow(), model.engineVersion(), bytes);
    }

    /**
     * Returns why the present champion or the scorecard is in use.
     *
     * @param subsidiaryId the subsidiary
     * @return the reason of the latest change, empty where nothing was ever trained
     */
    public String lastReason(UUID subsidiaryId) {
        return database.call(connection -> {
            String sql = "select reason from risk_model_change where subsidiary_id = ?"
                    + " order by changed_at desc, id desc";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setMaxRows(1);
                statement.setObject(1, subsidiaryId);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? row.getString(1) : "";
                }
            }
        });
    }

    private static void retire(Connection connection, UUID subsidiaryId, boolean championToo) throws SQLException {
        String sql = "update risk_model set role = 'retired' where subsidiary_id = ? and role in ('challenger', ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, subsidiaryId);
            statement.setString(2, championToo ? "champion" : "challenger");
            statement.executeUpdate();
        }
    }

    private void insert(Connection connection, StoredModel model, byte[] bytes) throws SQLException {
        String sql = "insert into risk_model (id, subsidiary_id, algorithm, engine_version, role, trained_on,"
                + " created_at, model_hash, card, model) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        Subject subsidiary = Subject.subsidiary(model.subsidiaryId());
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, model.id());
            statement.setObject(2, model.subsidiaryId());
            statement.setString(3, model.algorithm());
            statement.setString(4, model.engineVersion());
            statement.setString(5, model.role().code());
            statement.setObject(6, model.trainedOn());
            statement.setObject(7, now());
            statement.setString(8, hash(bytes));
            statement.setBytes(9, vault.seal(subsidiary, cell(model.id(), "card"), write(model.card())));
            statement.setBytes(10, vault.seal(subsidiary, cell(model.id(), "model"), bytes));
            statement.executeUpdate();
        }
    }

    private void note(Connection connection, UUID subsidiaryId, @Nullable UUID model, String reason)
            throws SQLException {
        String sql = "insert into risk_model_change (id, subsidiary_id, model_id, changed_at, reason)"
                + " values (?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, changes.next());
            statement.setObject(2, subsidiaryId);
            statement.setObject(3, model);
            statement.setObject(4, now());
            statement.setString(5, reason);
            statement.executeUpdate();
        }
    }

    private List<StoredModel> query(String where, Object key) {
        return database.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(READ + where)) {
                statement.setObject(1, key);
                try (ResultSet row = statement.executeQuery()) {
                    List<StoredModel> models = new ArrayList<>();
                    while (row.next()) {
                        models.add(open(row));
                    }
                    return models;
                }
            }
        });
    }

    private StoredModel open(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        UUID subsidiaryId = row.getObject(2, UUID.class);
        byte[] card = vault.open(Subject.subsidiary(subsidiaryId), cell(id, "card"), row.getBytes(7));
        return new StoredModel(
                id,
                subsidiaryId,
                row.getString(3),
                row.getString(4),
                Role.of(row.getString(5)),
                row.getObject(6, LocalDate.class),
                read(card));
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static Cell cell(UUID id, String column) {
        return new Cell("risk_model", column, id.toString(), 1);
    }

    private static byte[] write(ModelCard card) {
        try {
            return JSON.writeValueAsBytes(card);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ModelCard read(byte[] json) {
        try {
            return JSON.readValue(json, ModelCard.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
