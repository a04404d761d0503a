package org.holdfast.launcher.keys;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What the store of wrapped keys holds, told without opening any key. The keys of the group and of the server itself
 * hang below the root like a subsidiary's and count as such.
 *
 * @param root the newest root key the store knows, empty before the first start has made one
 * @param subsidiary the keys directly below the root
 * @param person the keys of people
 * @param rotation the rotation that began last, empty where there was none
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
public record KeyStoreContent(Optional<Root> root, Level subsidiary, Level person, Optional<KeyRotation> rotation) {
    /** What root keys are kept in of which the store does not say it: those made before it did. */
    static final String FIRST_KIND = "pkcs12";

    private static final String ROOT = "SELECT root_id, created_at, kind FROM root_key ORDER BY created_at DESC";
    private static final String SUBSIDIARY =
            "SELECT COUNT(*), MIN(created_at), MAX(created_at) FROM (SELECT created_at FROM wrapped_key WHERE owner_id"
                    + " = subsidiary_id UNION ALL SELECT created_at FROM wrapping_key) below_root";
    private static final String PERSON =
            "SELECT COUNT(*), MIN(created_at), MAX(created_at) FROM wrapped_key WHERE owner_id <> subsidiary_id";

    /**
     * A root key.
     *
     * @param id its id; not secret
     * @param since when it was made
     * @param kind what it is kept in: {@code pkcs12}, {@code argon2id} or {@code pkcs11}
     */
    public record Root(String id, Instant since, String kind) {}

    /**
     * The keys of one level.
     *
     * @param keys how many
     * @param oldest when the first of them was made, null where there is none
     * @param newest when the last of them was made, null where there is none
     */
    public record Level(
            long keys, @Nullable Instant oldest, @Nullable Instant newest) {}

    /**
     * Reads the store.
     *
     * @param store the store
     * @return what it holds
     * @throws SQLException where it cannot be read
     */
    public static KeyStoreContent read(DataSource store) throws SQLException {
        try (Connection connection = store.getConnection()) {
            return read(connection);
        }
    }

    /**
     * Reads the store over a connection, which stays open.
     *
     * @param connection a connection to the store
     * @return what it holds
     * @throws SQLException where it cannot be read
     */
    public static KeyStoreContent read(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return new KeyStoreContent(
                    root(statement),
                    level(statement, SUBSIDIARY),
                    level(statement, PERSON),
                    KeyRotation.last(connection));
        }
    }

    private static Optional<Root> root(Statement statement) throws SQLException {
        try (ResultSet rows = statement.executeQuery(ROOT)) {
            return rows.next()
                    ? Optional.of(new Root(
                            rows.getString(1),
                            rows.getTimestamp(2).toInstant(),
                            Objects.requireNonNullElse(rows.getString(3), FIRST_KIND)))
                    : Optional.empty();
        }
    }

    private static Level level(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return new Level(rows.getLong(1), instant(rows.getTimestamp(2)), instant(rows.getTimestamp(3)));
        }
    }

    private static @Nullable Instant instant(@Nullable Timestamp moment) {
        return moment == null ? null : moment.toInstant();
    }
}
