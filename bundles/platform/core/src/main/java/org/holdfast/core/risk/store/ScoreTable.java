package org.holdfast.core.risk.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.PersonErasedException;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;
import org.holdfast.core.risk.scoring.RiskScore;

/** Scores, sealed under the key of the person they are about. Safe for use from many threads. */
public final class ScoreTable {
    private static final int ROWS_A_FETCH = 1_000;
    private static final String READ =
            "select id, subsidiary_id, person_id, as_of, computed_at, sealed from risk_score where ";

    private final Database database;
    private final Vault vault;

    /**
     * Creates the table.
     *
     * @param database the database
     * @param vault seals and opens
     */
    public ScoreTable(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /**
     * Keeps scores, in one transaction.
     *
     * @param scores the scores
     * @return those that were kept: all but those of people who have been erased meanwhile
     */
    public List<RiskScore> add(List<RiskScore> scores) {
        return database.call(connection -> {
            List<RiskScore> added = new ArrayList<>(scores.size());
            String sql = "insert into risk_score (id, subsidiary_id, person_id, as_of, computed_at, sealed)"
                    + " values (?, ?, ?, ?, ?, ?)";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (RiskScore score : scores) {
                    Optional<byte[]> sealed = seal(score);
                    if (sealed.isEmpty()) {
                        continue;
                    }
                    statement.setObject(1, score.id());
                    statement.setObject(2, score.subsidiaryId());
                    statement.setObject(3, score.personId());
                    statement.setObject(4, score.asOf());
                    statement.setObject(5, OffsetDateTime.ofInstant(score.computedAt(), ZoneOffset.UTC));
                    statement.setBytes(6, sealed.get());
                    statement.addBatch();
                    added.add(score);
                }
                statement.executeBatch();
            }
            return added;
        });
    }

    /** Whoever was erased while the run went on gets no score. */
    private Optional<byte[]> seal(RiskScore score) {
        try {
            Subject person = Subject.person(score.subsidiaryId(), score.personId());
            return Optional.of(vault.seal(person, cell(score.id()), ScoreCodec.write(score)));
        } catch (PersonErasedException e) {
            return Optional.empty();
        }
    }

    /**
     * Finds a score.
     *
     * @param id the score
     * @return the score, or empty
     */
    public Optional<RiskScore> find(UUID id) {
        return query("id = ?", id).stream().findFirst();
    }

    /**
     * Returns the scores of a person.
     *
     * @param personId the person
     * @return newest first
     */
    public List<RiskScore> ofPerson(UUID personId) {
        return query("person_id = ? order by as_of desc, computed_at desc", personId);
    }

    /**
     * Deletes scores.
     *
     * @param ids which
     */
    public void delete(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        database.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement("delete from risk_score where id = ?")) {
                for (UUID id : ids) {
                    statement.setObject(1, id);
                    statement.addBatch();
                }
                statement.executeBatch();
            }
        });
    }

    /**
     * Opens the scores of a subsidiary since a day, a few at a time: two months of a large firm do not fit into memory.
     *
     * @param subsidiaryId whose
     * @param fromDay first day
     * @param action takes them, oldest first
     */
    public void since(UUID subsidiaryId, LocalDate fromDay, Consumer<RiskScore> action) {
        query("as_of >= ? and subsidiary_id = ? order by as_of, computed_at", action, fromDay, subsidiaryId);
    }

    private List<RiskScore> query(String where, Object key) {
        List<RiskScore> scores = new ArrayList<>();
        query(where, scores::add, key);
        return scores;
    }

    private void query(String where, Consumer<RiskScore> action, Object... keys) {
        database.run(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(READ + where)) {
                statement.setFetchSize(ROWS_A_FETCH);
                for (int i = 0; i < keys.length; i++) {
                    statement.setObject(i + 1, keys[i]);
                }
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        present(row).ifPresent(action);
                    }
                }
            }
        });
    }

    /** Leaves out whoever is being erased at this moment. */
    private Optional<RiskScore> present(ResultSet row) throws SQLException {
        try {
            return Optional.of(open(row));
        } catch (PersonErasedException e) {
            return Optional.empty();
        }
    }

    private RiskScore open(ResultSet row) throws SQLException {
        ScoreRow plain = new ScoreRow(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getObject(3, UUID.class),
                row.getObject(4, LocalDate.class),
                row.getObject(5, OffsetDateTime.class).toInstant());
        Subject person = Subject.person(plain.subsidiaryId(), plain.personId());
        return ScoreCodec.read(plain, vault.open(person, cell(plain.id()), row.getBytes(6)));
    }

    private static Cell cell(UUID id) {
        return new Cell("risk_score", "sealed", id.toString(), ScoreCodec.VERSION);
    }
}
