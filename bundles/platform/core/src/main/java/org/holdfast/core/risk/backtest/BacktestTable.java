package org.holdfast.core.risk.backtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.Vault.Cell;
import org.jspecify.annotations.Nullable;

/**
 * The back-tests of each subsidiary. What one came to is sealed under the subsidiary's key: figures about few people
 * can tell about one of them. Safe for use from many threads.
 */
public final class BacktestTable {
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final int MOST = 50;
    private static final String READ =
            "select id, subsidiary_id, requested_at, trained_as_of, horizon_days, days, sealed"
                    + " from risk_backtest where ";

    private final Database database;
    private final Vault vault;
    private final Clock clock;

    /**
     * Creates the table.
     *
     * @param database the database
     * @param vault seals and opens
     * @param clock the time
     */
    public BacktestTable(Database database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * Notes that a back-test is wanted.
     *
     * @param id id of its run
     * @param subsidiaryId the subsidiary
     * @param plan what to test
     */
    public void add(UUID id, UUID subsidiaryId, BacktestPlan plan) {
        String days = plan.days().stream().map(LocalDate::toString).collect(Collectors.joining(","));
        database.run(connection -> {
            String sql =
                    "insert into risk_backtest (id, subsidiary_id, requested_at, trained_as_of, horizon_days, days)"
                            + " values (?, ?, ?, ?, ?, ?)";
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setObject(1, id);
                statement.setObject(2, subsidiaryId);
                statement.setObject(3, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                statement.setObject(4, plan.trainedAsOf());
                statement.setInt(5, plan.horizonDays());
                statement.setString(6, days);
                statement.executeUpdate();
            }
        });
    }

    /**
     * Keeps what a back-test came to.
     *
     * @param id the back-test
     * @param subsidiaryId its subsidiary
     * @param result what it came to
     */
    public void keep(UUID id, UUID subsidiaryId, BacktestResult result) {
        vault.prepare(subsidiaryId, List.of());
        byte[] sealed = vault.seal(Subject.subsidiary(subsidiaryId), cell(id), write(result));
        database.run(connection -> {
            try (PreparedStatement statement =
                    connection.prepareStatement("update risk_backtest set sealed = ? where id = ?")) {
                statement.setBytes(1, sealed);
                statement.setObject(2, id);
                statement.executeUpdate();
            }
        });
    }

    /**
     * Returns the back-tests of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return newest first, at most 50
     */
    public List<StoredBacktest> of(UUID subsidiaryId) {
        return query("subsidiary_id = ? order by requested_at desc", subsidiaryId);
    }

    /**
     * Finds a back-test.
     *
     * @param id the back-test
     * @return the back-test, or empty
     */
    public Optional<StoredBacktest> find(UUID id) {
        return query("id = ?", id).stream().findFirst();
    }

    private List<StoredBacktest> query(String where, UUID key) {
        return database.call(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(READ + where)) {
                statement.setMaxRows(MOST);
                statement.setObject(1, key);
                try (ResultSet row = statement.executeQuery()) {
                    List<StoredBacktest> found = new ArrayList<>();
                    while (row.next()) {
                        found.add(open(row));
                    }
                    return found;
                }
            }
        });
    }

    private StoredBacktest open(ResultSet row) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        UUID subsidiaryId = row.getObject(2, UUID.class);
        List<LocalDate> days =
                Arrays.stream(row.getString(6).split(",")).map(LocalDate::parse).toList();
        byte[] sealed = row.getBytes(7);
        return new StoredBacktest(
                id,
                subsidiaryId,
                row.getObject(3, OffsetDateTime.class).toInstant(),
                new BacktestPlan(row.getObject(4, LocalDate.class), days, row.getInt(5)),
                sealed == null ? null : read(vault.open(Subject.subsidiary(subsidiaryId), cell(id), sealed)));
    }

    private static Cell cell(UUID id) {
        return new Cell("risk_backtest", "sealed", id.toString(), 1);
    }

    private static byte[] write(BacktestResult result) {
        try {
            return JSON.writeValueAsBytes(result);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BacktestResult read(byte[] json) {
        try {
            return JSON.readValue(json, BacktestResult.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A back-test as kept.
     *
     * @param id its id, which is that of its run
     * @param subsidiaryId the subsidiary
     * @param requestedAt when it was wanted
     * @param plan what is tested
     * @param result what it came to, null while it runs and where it failed
     */
    public record StoredBacktest(
            UUID id,
            UUID subsidiaryId,
            Instant requestedAt,
            BacktestPlan plan,
            @Nullable BacktestResult result) {}
}
