package org.holdfast.launcher.keys;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.start.CommandAudit;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.StartFailure;

/**
 * The way back in where no security administrator can log in: whoever owns the data directory gives one a new password, or
 * takes away a second factor that was lost.
 */
public final class AdministratorRecovery {
    private static final String UPDATE = "UPDATE access_user SET password_hash = ?, must_change = TRUE, active = TRUE, "
            + "version = version + 1 WHERE username = ? AND ',' || roles || ',' LIKE '%,securityAdmin,%'";
    private static final String OF_ADMINISTRATOR = " WHERE account_id IN (SELECT id FROM access_user "
            + "WHERE username = ? AND ',' || roles || ',' LIKE '%,securityAdmin,%')";

    private static final Change PASSWORD = new Change("user.resetPassword", List.of(UPDATE));
    private static final Change FACTOR = new Change(
            "user.resetSecondFactor",
            List.of(
                    "DELETE FROM access_second_factor" + OF_ADMINISTRATOR,
                    "DELETE FROM access_passkey" + OF_ADMINISTRATOR));

    private final Configuration configuration;
    private final Clock clock;

    /**
     * Names the installation.
     *
     * @param configuration the settings
     * @param clock the time, for the audit log
     */
    public AdministratorRecovery(Configuration configuration, Clock clock) {
        this.configuration = configuration;
        this.clock = clock;
    }

    /**
     * Gives a security administrator a one-time password, on the database of a stopped server.
     *
     * @param username which
     * @return the password
     * @throws StartFailure where there is no such administrator, the server runs, or the database cannot be opened
     */
    public String resetPassword(String username) {
        OneTimePassword password = OneTimePassword.random();
        if (!change(PASSWORD, username, password.hash(), named(username))) {
            throw new StartFailure("failure.noAdministrator", username);
        }
        return password.text();
    }

    /**
     * Takes the second factor, with all passkeys, away from a security administrator who has lost it, on the database of a
     * stopped server. The password stays.
     *
     * @param username which
     * @throws StartFailure where there is no such administrator with a second factor, the server runs, or the database
     *     cannot be opened
     */
    public void removeSecondFactor(String username) {
        if (!change(FACTOR, username, named(username))) {
            throw new StartFailure("failure.noAdministratorFactor", username);
        }
    }

    private static String named(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    /** The name of an account may be somebody's name: its random id stands in the log. */
    private boolean change(Change change, String username, String... values) {
        DatabaseAddress address = DatabaseAddress.main(configuration);
        if (!Files.isDirectory(configuration.dataDirectory())) {
            throw new StartFailure("failure.noInstallation", configuration.dataDirectory());
        }
        try (DataDirectory data = new DataDirectory(configuration.dataDirectory())) {
            data.lock();
            try (CommandAudit audit = CommandAudit.begin(data, clock, change.action(), Map.of())) {
                Optional<String> id = changed(address.existing(), change.statements(), named(username), values);
                id.ifPresentOrElse(user -> audit.done(Map.of("user", user)), audit::failed);
                return id.isPresent();
            }
        }
    }

    private static Optional<String> changed(
            DatabaseAddress address, List<String> statements, String username, String... values) {
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password())) {
            int rows = 0;
            for (String statement : statements) {
                rows += update(connection, statement, values);
            }
            Optional<String> id = rows > 0 ? id(connection, username) : Optional.empty();
            if (address.isEmbedded()) {
                try (Statement shutdown = connection.createStatement()) {
                    shutdown.execute("SHUTDOWN");
                }
            }
            return id;
        } catch (SQLException e) {
            throw address.failure(e);
        }
    }

    private static int update(Connection connection, String statement, String... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                update.setString(i + 1, values[i]);
            }
            return update.executeUpdate();
        }
    }

    private static Optional<String> id(Connection connection, String username) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement("SELECT id FROM access_user WHERE username = ?")) {
            find.setString(1, username);
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }

    /** What changes an account, and what the audit log calls it. */
    private record Change(String action, List<String> statements) {}
}
