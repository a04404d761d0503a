package org.holdfast.core.offboarding.flows;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.Set;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A data source that has one connection at a time for each thread: that of the transaction under way. The engine takes
 * its rows there and neither commits nor closes, so that what it does and what the rooms do is one.
 */
final class PresentConnection implements DataSource {
    private static final Set<String> NOT_ITS_OWN = Set.of("close", "commit", "rollback", "setAutoCommit");

    private static final ThreadLocal<Connection> PRESENT = new ThreadLocal<>();

    /** Lends a connection to the engine while work goes on on this thread. */
    void during(Connection connection, Runnable work) {
        Connection before = PRESENT.get();
        PRESENT.set(connection);
        try {
            work.run();
        } finally {
            if (before == null) {
                PRESENT.remove();
            } else {
                PRESENT.set(before);
            }
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        Connection connection = PRESENT.get();
        if (connection == null) {
            throw new SQLException("The engine was called outside a transaction");
        }
        return (Connection) Proxy.newProxyInstance(
                PresentConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    if (NOT_ITS_OWN.contains(method.getName())) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                });
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        return getConnection();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(@Nullable PrintWriter out) {
        // It has nothing to say.
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // It logs in nowhere.
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("It wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
