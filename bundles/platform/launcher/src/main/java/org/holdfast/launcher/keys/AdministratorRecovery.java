package org.holdfast.launcher.keys;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.start.CommandAudit;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.StartFailure;

/** The way back in where no security administrator can log in: whoever owns the data directory gives one a new password. */
public final class AdministratorRecovery {
    private static final String ACTION = "user.resetPassword";
    private static final String UPDATE = "UPDATE access_user SET password_hash = ?, must_change = TRUE, active = TRUE, "
            + "version = version + 1 WHERE username = ? AND ',' || roles || ',' LIKE '%,securityAdmin,%'";

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
        DatabaseAddress address = DatabaseAddress.main(configuration);
        if (!Files.isDirectory(configuration.dataDirectory())) {
            throw new StartFailure("failure.noInstallation", configuration.dataDirectory());
        }
        OneTimePassword password = OneTimePassword.random();
        try (DataDirectory data = new DataDirectory(configuration.dataDirectory())) {
            data.lock();
            try (CommandAudit audit = CommandAudit.begin(data, clock, ACTION, Map.of())) {
                Optional<String> id = changed(address, username, password);
                // The name of an account may be somebody's name: its random id stands in the log.
                id.ifPresentOrElse(user -> audit.done(Map.of("user", user)), audit::failed);
                if (id.isEmpty()) {
                    throw new StartFailure("failure.noAdministrator", username);
                }
            }
        }
        return password.text();
    }

    private static Optional<String> changed(DatabaseAddress address, String username, OneTimePassword password) {
        return change(address.existing(), username.strip().toLowerCase(Locale.ROOT), password.hash());
    }

    private static Optional<String> change(DatabaseAddress address, String username, String hash) {
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setString(1, hash);
            update.setString(2, username);
            Optional<String> id = update.executeUpdate() == 1 ? id(connection, username) : Optional.empty();
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

    private static Optional<String> id(Connection connection, String username) throws SQLException {
        try (PreparedStatement find = connection.prepareStatement("SELECT id FROM access_user WHERE username = ?")) {
            find.setString(1, username);
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        }
    }
}
