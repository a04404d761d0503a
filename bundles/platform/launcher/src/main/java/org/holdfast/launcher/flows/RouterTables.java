package org.holdfast.launcher.flows;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.regex.Pattern;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.engine.ProcessEngine;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.start.StartFailure;

/**
 * Brings the engine's tables to the form its version needs, by its own scripts, on a plain connection. It happens before
 * the core starts: under the server's transactions the engine cannot make them.
 */
public final class RouterTables {
    private final DatabaseAddress address;

    /**
     * Names the database.
     *
     * @param address the main database, migrated so far
     */
    public RouterTables(DatabaseAddress address) {
        this.address = address;
    }

    /**
     * Makes or updates the tables. Where they are as they should be, this is one look.
     *
     * @throws StartFailure where the database cannot be reached, or a newer version of the engine has written it
     */
    public void migrate() {
        String schema;
        String found;
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password())) {
            found = version(connection);
            if (found.equals(ProcessEngine.VERSION)) {
                return;
            }
            schema = connection.getSchema();
        } catch (SQLException e) {
            throw address.failure(e);
        }
        Router router = new Router();
        router.setJdbcUrl(address.url());
        router.setJdbcUsername(address.user());
        router.setJdbcPassword(address.password());
        router.setJdbcDriver(address.url().startsWith("jdbc:h2:") ? "org.h2.Driver" : "org.postgresql.Driver");
        // A schema that a restored backup has replaced lies beside ours and has the same tables.
        router.setDatabaseSchema(schema);
        router.setDatabaseSchemaUpdate("true");
        try {
            router.buildProcessEngine().close();
        } catch (FlowableException e) {
            throw newer(found) ? new StartFailure(e, "failure.databaseNewer", "flowable " + found) : failed(e);
        }
    }

    private static StartFailure failed(FlowableException cause) {
        return new StartFailure(cause, "failure.migration");
    }

    /** The engine knows the versions before its own; it says of any other only that it does not know it. */
    private static boolean newer(String found) {
        List<Integer> theirs = numbers(found);
        List<Integer> ours = numbers(ProcessEngine.VERSION);
        for (int i = 0; i < Math.min(theirs.size(), ours.size()); i++) {
            int order = theirs.get(i).compareTo(ours.get(i));
            if (order != 0) {
                return order > 0;
            }
        }
        return theirs.size() > ours.size();
    }

    private static List<Integer> numbers(String version) {
        return Pattern.compile("[0-9]{1,8}")
                .matcher(version)
                .results()
                .map(number -> Integer.valueOf(number.group()))
                .toList();
    }

    private static String version(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), "%", null)) {
            boolean made = false;
            while (tables.next()) {
                made |= "act_ge_property".equalsIgnoreCase(tables.getString("TABLE_NAME"));
            }
            if (!made) {
                return "";
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT value_ FROM act_ge_property WHERE name_ = 'schema.version'")) {
            return row.next() ? String.valueOf(row.getString(1)) : "";
        }
    }
}
