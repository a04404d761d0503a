package org.holdfast.core.protection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.holdfast.launcher.keys.KeyRotation;
import org.holdfast.launcher.keys.KeyRotation.State;
import org.holdfast.launcher.keys.KeyRotation.Succession;
import org.jspecify.annotations.Nullable;

/** The table of rotations. Every write is committed when it returns. */
final class RotationTable {
    private static final String INSERT = "INSERT INTO key_rotation (id, turn, rotated, state, total, done, begun_by,"
            + " begun_at) VALUES (?, ?, ?, 'running', ?, 0, ?, ?)";
    private static final String STATE = "UPDATE key_rotation SET state = ?, failure = ? WHERE id = ?";
    private static final String SUCCESSION = "UPDATE key_rotation SET former = ?, successor = ? WHERE id = ?";
    private static final String DONE =
            "UPDATE key_rotation SET state = 'done', done = total, failure = NULL, ended_at = ? WHERE id = ?";

    private final DataSource store;
    private final Clock clock;

    RotationTable(DataSource store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A change of the key store in one transaction. */
    interface Change<T> {
        T on(Connection connection) throws SQLException;
    }

    Optional<KeyRotation> last() {
        return inOne(KeyRotation::last);
    }

    /** Begins a rotation. Two that begin at once get the same turn, and the second of them is refused by the table. */
    KeyRotation begin(String level, long total, String by) {
        UUID id = UUID.randomUUID();
        long turn = last().map(KeyRotation::turn).orElse(0L) + 1;
        run(INSERT, id, turn, level, total, by, Timestamp.from(clock.instant()));
        return last().filter(rotation -> rotation.id().equals(id)).orElseThrow();
    }

    void state(UUID id, State state, @Nullable String failure) {
        run(STATE, state.code(), failure, id);
    }

    /** Notes which root key follows which, what the new one is kept in, and that keys are wrapped by both from now on. */
    void succession(UUID id, Succession succession, String kind) {
        inOne(connection -> {
            execute(connection, SUCCESSION, succession.former(), succession.successor(), id);
            execute(
                    connection,
                    "INSERT INTO root_key (root_id, created_at, kind) VALUES (?, ?, ?)",
                    succession.successor(),
                    Timestamp.from(clock.instant()),
                    kind);
            return true;
        });
    }

    /** Notes the end, and that the former root key wraps nothing any more, where one was replaced. */
    void done(KeyRotation rotation) {
        inOne(connection -> {
            execute(connection, DONE, Timestamp.from(clock.instant()), rotation.id());
            String former = rotation.succession().former();
            if (former != null) {
                execute(connection, "DELETE FROM root_key WHERE root_id = ?", former);
            }
            return true;
        });
    }

    long count(String query, Object... values) {
        return inOne(connection -> {
            try (PreparedStatement read = prepared(connection, query, values);
                    ResultSet rows = read.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        });
    }

    void run(String statement, @Nullable Object... values) {
        inOne(connection -> execute(connection, statement, values));
    }

    <T> T inOne(Change<T> change) {
        try (Connection connection = store.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = change.on(connection);
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw WrappedKeys.unreachable(e);
        }
    }

    static int execute(Connection connection, String statement, @Nullable Object... values) throws SQLException {
        try (PreparedStatement prepared = prepared(connection, statement, values)) {
            return prepared.executeUpdate();
        }
    }

    static PreparedStatement prepared(Connection connection, String statement, @Nullable Object... values)
            throws SQLException {
        PreparedStatement prepared = connection.prepareStatement(statement);
        for (int i = 0; i < values.length; i++) {
            prepared.setObject(i + 1, values[i]);
        }
        return prepared;
    }
}
