package org.holdfast.launcher.keys;

import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.StartFailure;

/** The way back in where no security administrator can log in: whoever owns the data directory gives one a new password. */
public final class AdministratorRecovery {
    private static final String UPDATE = "UPDATE access_user SET password_hash = ?, must_change = TRUE, active = TRUE, "
            + "version = version + 1 WHERE username = ? AND ',' || roles || ',' LIKE '%,securityAdmin,%'";

    private final Configuration configuration;

    /**
     * Names the installation.
     *
     * @param configuration the settings
     */
    public AdministratorRecovery(Configuration configuration) {
        this.configuration = configuration;
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
            if (change(address.existing(), username.strip().toLowerCase(Locale.ROOT), password.hash()) != 1) {
                throw new StartFailure("failure.noAdministrator", username);
            }
        }
        return password.text();
    }

    private static int change(DatabaseAddress address, String username, String hash) {
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                PreparedStatement update = connection.prepareStatement(UPDATE)) {
            update.setString(1, hash);
            update.setString(2, username);
            int changed = update.executeUpdate();
            if (address.isEmbedded()) {
                try (Statement shutdown = connection.createStatement()) {
                    shutdown.execute("SHUTDOWN");
                }
            }
            return changed;
        } catch (SQLException e) {
            throw address.failure(e);
        }
    }
}
