package org.holdfast.launcher.backup;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.keys.KeyStoreAccess;
import org.holdfast.launcher.shred.Shredded;
import org.holdfast.launcher.shred.ShreddedKeys;

/** Copies the two schemas of a PostgreSQL database with PostgreSQL's own programs, whether or not the server runs. */
final class PostgresCopy implements DatabaseCopy {
    private static final String KEYS_SCHEMA = "holdfast_keys";

    private final DatabaseAddress address;
    private final PostgresPrograms programs;
    private final Clock clock;

    /**
     * Names the database.
     *
     * @param address where it is
     * @param programs PostgreSQL's programs
     * @param clock the clock
     */
    PostgresCopy(DatabaseAddress address, PostgresPrograms programs, Clock clock) {
        this.address = address;
        this.programs = programs;
        this.clock = clock;
    }

    @Override
    public String name() {
        return CopyCheck.POSTGRESQL;
    }

    @Override
    public void dump(BackupKind kind, Path target) {
        programs.dump(schema(kind), target);
    }

    @Override
    public boolean isEmpty() {
        String count = "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema IN (?, ?)";
        try (Connection connection = connect();
                PreparedStatement statement = connection.prepareStatement(count)) {
            statement.setString(1, schema(BackupKind.DATA));
            statement.setString(2, KEYS_SCHEMA);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getInt(1) == 0;
            }
        } catch (SQLException e) {
            throw address.failure(e);
        }
    }

    /** The present schemas are renamed, not dropped: where putting back fails they get their names again. */
    @Override
    public void replace(Path folder, Path data, Path keys) {
        String aside = "_replaced_" + clock.instant().getEpochSecond();
        String dataSchema = schema(BackupKind.DATA);
        List<String> schemas = List.of(dataSchema, KEYS_SCHEMA);
        schemas.forEach(schema -> setAside(schema, schema + aside));
        boolean done = false;
        try {
            programs.restore(dataSchema, data);
            programs.restore(KEYS_SCHEMA, keys);
            done = true;
        } finally {
            if (!done) {
                schemas.forEach(schema -> bringBack(schema, schema + aside));
            }
        }
    }

    @Override
    public void shred(Collection<Shredded> shredded) {
        ShreddedKeys.destroy(KeyStoreAccess.of(address.keys()), shredded);
    }

    private void setAside(String schema, String aside) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            if (exists(connection, schema)) {
                statement.execute("ALTER SCHEMA " + quoted(schema) + " RENAME TO " + quoted(aside));
            }
            statement.execute("CREATE SCHEMA " + quoted(schema));
            connection.commit();
        } catch (SQLException e) {
            throw address.failure(e);
        }
    }

    private void bringBack(String schema, String aside) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("DROP SCHEMA IF EXISTS " + quoted(schema) + " CASCADE");
            if (exists(connection, aside)) {
                statement.execute("ALTER SCHEMA " + quoted(aside) + " RENAME TO " + quoted(schema));
            }
            connection.commit();
        } catch (SQLException e) {
            throw address.failure(e);
        }
    }

    private static boolean exists(Connection connection, String schema) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT 1 FROM information_schema.schemata WHERE schema_name = ?")) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private String schema(BackupKind kind) {
        if (kind == BackupKind.KEYS) {
            return KEYS_SCHEMA;
        }
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COALESCE(current_schema(), 'public')")) {
            return row.next() ? row.getString(1) : "public";
        } catch (SQLException e) {
            throw address.failure(e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }
}
