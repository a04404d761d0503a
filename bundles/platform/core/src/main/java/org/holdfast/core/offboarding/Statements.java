package org.holdfast.core.offboarding;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs the statements of tables, whose texts are literals of the program. */
public final class Statements {
    private Statements() {}

    /**
     * Makes something of a row.
     *
     * @param <T> what
     */
    @FunctionalInterface
    public interface Reader<T> {
        /**
         * Reads a row.
         *
         * @param row the row
         * @return what it holds
         * @throws SQLException where it cannot be read
         */
        T of(ResultSet row) throws SQLException;
    }

    /**
     * Changes rows.
     *
     * @param connection where
     * @param sql the statement, a literal
     * @param values what fills its places
     * @return how many rows
     * @throws SQLException where the database refuses
     */
    public static int update(Connection connection, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            bind(update, values);
            return update.executeUpdate();
        }
    }

    /**
     * Reads rows.
     *
     * @param connection where
     * @param sql the statement, a literal
     * @param reader makes something of each
     * @param values what fills its places
     * @param <T> what is made of a row
     * @return what was found
     * @throws SQLException where the database refuses
     */
    public static <T> List<T> query(Connection connection, String sql, Reader<T> reader, @Nullable Object... values)
            throws SQLException {
        List<T> found = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(sql)) {
            bind(read, values);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    found.add(reader.of(row));
                }
            }
        }
        return found;
    }

    /**
     * Reads a moment.
     *
     * @param row the row
     * @param column the column
     * @return the moment
     * @throws SQLException where it cannot be read
     */
    public static Instant moment(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /**
     * Reads a moment that may be missing.
     *
     * @param row the row
     * @param column the column
     * @return the moment, null for none
     * @throws SQLException where it cannot be read
     */
    public static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof byte[] bytes) {
                statement.setBytes(i + 1, bytes);
            } else if (value instanceof Instant at) {
                statement.setObject(i + 1, OffsetDateTime.ofInstant(at, ZoneOffset.UTC));
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }
}
