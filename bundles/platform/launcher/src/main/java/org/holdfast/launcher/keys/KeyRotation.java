package org.holdfast.launcher.keys;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rotation as the key store knows it.
 *
 * @param id its id
 * @param turn its number: 1 for the first
 * @param level code of the level whose keys are replaced: {@value #ROOT} or {@value #SUBSIDIARY}
 * @param progress how far it is
 * @param succession which root key follows which; two times null for other levels and before the new one is there
 * @param begun who began it and when
 * @param end how it ended
 */
public record KeyRotation(
        UUID id, long turn, String level, Progress progress, Succession succession, Begun begun, End end) {
    /** A new root key file, and the keys below it wrapped anew. */
    public static final String ROOT = "root";

    /** A new key for each subsidiary that wraps the keys of its people, and these wrapped anew. */
    public static final String SUBSIDIARY = "subsidiary";

    private static final String READ = "SELECT id, turn, rotated, state, total, done, former, successor, begun_by,"
            + " begun_at, ended_at, failure FROM key_rotation ORDER BY turn DESC";

    /** What a rotation can be. */
    public enum State {
        /** It is under way, or was when the server ended: the next start goes on with it. */
        RUNNING,
        /** It stopped at a failure; the next start, or the next call, goes on with it. */
        INTERRUPTED,
        /** Everything hangs below the new key. */
        DONE;

        /**
         * Returns the code.
         *
         * @return for example {@code running}
         */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * How far it is.
     *
     * @param state its state
     * @param total how many keys there were to be wrapped anew when it began
     * @param done how many are
     */
    public record Progress(State state, long total, long done) {}

    /**
     * The root keys.
     *
     * @param former identity of the one that is replaced
     * @param successor identity of the one in its place
     */
    public record Succession(
            @Nullable String former, @Nullable String successor) {}

    /**
     * The beginning.
     *
     * @param by random id of the account or token
     * @param at when
     */
    public record Begun(String by, Instant at) {}

    /**
     * The end.
     *
     * @param at when it was done, null before
     * @param failure code of what it stopped at last, null where it did not
     */
    public record End(@Nullable Instant at, @Nullable String failure) {}

    /**
     * Returns whether something is left to be done.
     *
     * @return whether it is not done
     */
    public boolean unfinished() {
        return progress.state() != State.DONE;
    }

    /**
     * Reads the last one.
     *
     * @param connection a connection to the key store, which stays open
     * @return the rotation that began last, or empty where there was none
     * @throws SQLException where the store cannot be read
     */
    public static Optional<KeyRotation> last(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setMaxRows(1);
            try (ResultSet rows = statement.executeQuery(READ)) {
                return rows.next() ? Optional.of(of(rows)) : Optional.empty();
            }
        }
    }

    private static KeyRotation of(ResultSet row) throws SQLException {
        State state = State.valueOf(row.getString(4).toUpperCase(Locale.ROOT));
        Timestamp ended = row.getTimestamp(11);
        return new KeyRotation(
                row.getObject(1, UUID.class),
                row.getLong(2),
                row.getString(3),
                new Progress(state, row.getLong(5), row.getLong(6)),
                new Succession(row.getString(7), row.getString(8)),
                new Begun(row.getString(9), row.getTimestamp(10).toInstant()),
                new End(ended == null ? null : ended.toInstant(), row.getString(12)));
    }
}
