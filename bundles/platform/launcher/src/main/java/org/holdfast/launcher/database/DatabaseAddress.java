package org.holdfast.launcher.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.Setting;
import org.holdfast.launcher.start.StartFailure;
import org.holdfast.launcher.text.Message;

/**
 * Where a database is and how to log in.
 *
 * @param url JDBC address
 * @param user user name
 * @param password password
 */
public record DatabaseAddress(String url, String user, String password) {
    /**
     * WRITE_DELAY=0: with H2's default, acknowledged commits are lost when the process is killed.
     * DB_CLOSE_ON_EXIT=FALSE: we close it ourselves, after everything that still writes.
     */
    private static final String H2_OPTIONS = ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1";

    /**
     * Returns the main database of a configuration.
     *
     * @param configuration the settings
     * @return embedded H2 where no address is set
     * @throws StartFailure where the address is of a database we do not know
     */
    public static DatabaseAddress main(Configuration configuration) {
        String url = configuration.text(Setting.DATABASE_URL);
        if (url.isEmpty()) {
            return embedded(configuration.dataDirectory().resolve("database").resolve("holdfast"));
        }
        String lower = url.toLowerCase(Locale.ROOT);
        if (!lower.startsWith("jdbc:postgresql:")) {
            throw new StartFailure("failure.databaseAddress");
        }
        return new DatabaseAddress(
                url,
                configuration.text(Setting.DATABASE_USER),
                configuration.secret(Setting.DATABASE_PASSWORD_FILE).orElse(""));
    }

    /**
     * Returns the store of wrapped keys of a configuration: apart from the main database, so that its backups can be
     * kept shorter than those of the data.
     *
     * @param configuration the settings
     * @return a database of its own on H2, a schema of its own on PostgreSQL
     */
    public static DatabaseAddress keys(Configuration configuration) {
        DatabaseAddress main = main(configuration);
        if (main.isEmbedded()) {
            return embedded(configuration.dataDirectory().resolve("keys").resolve("wrapped"));
        }
        return main.keys();
    }

    /**
     * Returns the store of wrapped keys that lies in the same PostgreSQL database.
     *
     * @return its address, in a schema of its own
     */
    public DatabaseAddress keys() {
        String separator = url.contains("?") ? "&" : "?";
        return new DatabaseAddress(url + separator + "currentSchema=holdfast_keys", user, password);
    }

    /**
     * Returns an embedded database.
     *
     * @param file its file without the suffix
     * @return its address
     */
    public static DatabaseAddress embedded(Path file) {
        // The application server takes no empty password. This one protects nothing: what is personal is sealed.
        return new DatabaseAddress(
                "jdbc:h2:file:" + file.toString().replace('\\', '/') + H2_OPTIONS, "holdfast", "embedded");
    }

    /**
     * Tells whether it is the embedded database.
     *
     * @return true for H2
     */
    public boolean isEmbedded() {
        return url.startsWith("jdbc:h2:");
    }

    /**
     * Returns the address of the same database that makes none where there is none.
     *
     * @return the address
     */
    public DatabaseAddress existing() {
        return isEmbedded() ? new DatabaseAddress(url + ";IFEXISTS=TRUE", user, password) : this;
    }

    /**
     * Returns the address of the same database for somebody who only looks: an embedded one closes when its last
     * connection does, though the database remembers that it should not.
     *
     * @return the address
     */
    public DatabaseAddress readOnly() {
        return isEmbedded()
                ? new DatabaseAddress(
                        url.replace(H2_OPTIONS, "") + ";IFEXISTS=TRUE;ACCESS_MODE_DATA=r;DB_CLOSE_DELAY=0",
                        user,
                        password)
                : this;
    }

    /**
     * Explains why it cannot be opened.
     *
     * @param cause what the driver says
     * @return a failure that says what to do
     */
    public StartFailure failure(SQLException cause) {
        return DatabaseFailure.of(this, cause);
    }

    /**
     * Returns what to call it.
     *
     * @return a name for people
     */
    public Message name() {
        return Message.of(isEmbedded() ? "database.embedded" : "database.postgresql");
    }

    /** Keeps the password out of every log. */
    @Override
    public String toString() {
        return name().toString();
    }
}
