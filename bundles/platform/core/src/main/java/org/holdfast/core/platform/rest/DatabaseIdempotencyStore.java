package org.holdfast.core.platform.rest;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Keeps idempotency keys in the database for 24 hours, so that a call repeated after a crash is not run twice.
 *
 * <p>A call that was running when its server died is taken for dead after ten minutes. Bodies are kept sealed; without an
 * open key ring only status and headers are.
 */
public final class DatabaseIdempotencyStore implements IdempotencyStore {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final Duration DEAD = Duration.ofMinutes(10);
    private static final byte[] NOTHING = {};

    private final DataSource database;
    private final BodySeal seal;
    private final Clock clock;

    /**
     * Creates the store.
     *
     * @param database the server's database
     * @param seal seals bodies
     * @param clock the server's clock
     */
    public DatabaseIdempotencyStore(DataSource database, BodySeal seal, Clock clock) {
        this.database = database;
        this.seal = seal;
        this.clock = clock;
    }

    @Override
    public Optional<Earlier> claim(String id, String fingerprint) {
        Instant now = clock.instant();
        try (Connection connection = database.getConnection()) {
            purge(connection, now);
            Optional<Earlier> earlier = find(connection, id);
            if (earlier.isPresent()) {
                return earlier;
            }
            return insert(connection, id, fingerprint, now) ? Optional.empty() : find(connection, id);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public void complete(String id, Answer answer) {
        byte[] body = answer.body().length == 0
                ? NOTHING
                : seal.seal(id, answer.body()).orElse(NOTHING);
        String sql = "update idempotency set status = ?, location = ?, tag = ?, body = ? where id = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, answer.status());
            statement.setString(2, answer.location());
            statement.setString(3, answer.tag());
            statement.setBytes(4, body);
            statement.setString(5, id);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    @Override
    public void release(String id) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("delete from idempotency where id = ? and status is null")) {
            statement.setString(1, id);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void purge(Connection connection, Instant now) throws SQLException {
        String sql = "delete from idempotency where claimed_at < ? or (status is null and claimed_at < ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setTimestamp(1, Timestamp.from(now.minus(KEPT)));
            statement.setTimestamp(2, Timestamp.from(now.minus(DEAD)));
            statement.executeUpdate();
        }
    }

    private static boolean insert(Connection connection, String id, String fingerprint, Instant now)
            throws SQLException {
        String sql = "insert into idempotency (id, fingerprint, claimed_at) values (?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            statement.setString(2, fingerprint);
            statement.setTimestamp(3, Timestamp.from(now));
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            if (e instanceof SQLIntegrityConstraintViolationException || "23505".equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private Optional<Earlier> find(Connection connection, String id) throws SQLException {
        String sql = "select fingerprint, status, location, tag, body from idempotency where id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(earlier(row, id)) : Optional.empty();
            }
        }
    }

    private Earlier earlier(ResultSet row, String id) throws SQLException {
        int status = row.getInt("status");
        if (row.wasNull()) {
            return new Earlier(row.getString("fingerprint"), Optional.empty());
        }
        byte[] sealed = row.getBytes("body");
        byte[] body = sealed == null || sealed.length == 0
                ? NOTHING
                : seal.open(id, sealed).orElse(NOTHING);
        Answer answer = new Answer(status, row.getString("location"), row.getString("tag"), body);
        return new Earlier(row.getString("fingerprint"), Optional.of(answer));
    }
}
