package org.holdfast.core.offboarding.events;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.database.DatabaseException;

/** Transactions of one thread on one connection that is kept: thousands of them take no time for connecting. */
final class KeptConnection implements Database, AutoCloseable {
    private final Connection connection;
    private final List<Runnable> actions = new ArrayList<>();
    private boolean within;

    KeptConnection(DataSource source) {
        try {
            connection = source.getConnection();
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Override
    public <T> T call(Work<T> work) {
        try {
            return within ? work.on(connection) : begin(work);
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private <T> T begin(Work<T> work) throws SQLException {
        T result;
        boolean done = false;
        within = true;
        try {
            result = work.on(connection);
            connection.commit();
            done = true;
        } finally {
            within = false;
            if (!done) {
                connection.rollback();
                actions.clear();
            }
        }
        List<Runnable> after = List.copyOf(actions);
        actions.clear();
        after.forEach(Runnable::run);
        return result;
    }

    @Override
    public void afterCommit(Runnable action) {
        if (within) {
            actions.add(action);
        } else {
            action.run();
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }
}
