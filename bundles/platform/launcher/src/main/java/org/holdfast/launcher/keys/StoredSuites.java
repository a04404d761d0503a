package org.holdfast.launcher.keys;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.holdfast.api.protection.WrappedKey;
import org.holdfast.launcher.config.SuiteSettings;

/** Of which cipher suites the keys in the store are, told without opening any key. */
public final class StoredSuites {
    private static final String OWN =
            "SELECT subsidiary_id, key_id, wrapped FROM wrapped_key WHERE owner_id = subsidiary_id";

    private StoredSuites() {}

    /**
     * Reads the store.
     *
     * @param connection a connection to it, which stays open
     * @return name of the suite by subsidiary; group and server, which share one key, under the id of zeros
     * @throws SQLException where it cannot be read
     */
    public static Map<UUID, String> read(Connection connection) throws SQLException {
        Map<UUID, String> suites = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(OWN)) {
            while (rows.next()) {
                UUID owner = rows.getObject(1, UUID.class);
                suites.put(owner, new WrappedKey(rows.getString(2), owner.toString(), rows.getBytes(3)).suite());
            }
        }
        return suites;
    }

    /**
     * Tells which suites have to be there for the server to be open: those of its keys, and those it is to make keys of.
     *
     * @param store the store of keys
     * @param settings what keys are to be made of
     * @return names of suites
     * @throws SQLException where the store cannot be read
     */
    public static Set<String> needed(DataSource store, SuiteSettings settings) throws SQLException {
        try (Connection connection = store.getConnection()) {
            Set<String> needed = new TreeSet<>(settings.suites());
            needed.addAll(read(connection).values());
            return needed;
        }
    }
}
