package org.holdfast.core.offboarding.flows;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A data source that has one connection at a time for each thread: that of the transaction under way. The engine takes
 * its rows there and neither commits nor closes, so that what it does and what the rooms do is one.
 */
final class PresentConnection {
    private static final Set<String> NOT_ITS_OWN = Set.of("close", "commit", "rollback", "setAutoCommit");
    private static final ThreadLocal<Connection> PRESENT = new ThreadLocal<>();

    private PresentConnection() {}

    /** Lends a connection to the engine while work goes on on this thread. */
    static void during(Connection connection, Runnable work) {
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

    /** The data source as the engine takes it: all it ever asks for is a connection. */
    static DataSource source() {
        return made(DataSource.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getConnection" -> lent();
            case "toString" -> "the transaction under way";
            case "hashCode" -> System.identityHashCode(proxy);
            case "equals" -> proxy == arguments[0];
            default -> throw new UnsupportedOperationException(method.getName());
        });
    }

    private static Connection lent() throws SQLException {
        Connection connection = PRESENT.get();
        if (connection == null) {
            throw new SQLException("The engine was called outside a transaction");
        }
        return made(Connection.class, (proxy, method, arguments) -> {
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

    private static <T> T made(Class<T> type, InvocationHandler calls) {
        return type.cast(
                Proxy.newProxyInstance(PresentConnection.class.getClassLoader(), new Class<?>[] {type}, calls));
    }
}
