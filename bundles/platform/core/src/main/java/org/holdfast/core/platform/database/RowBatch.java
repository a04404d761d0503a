package org.holdfast.core.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs one statement for many rows at once: over a network each row alone would wait for an answer. */
public final class RowBatch {
    private RowBatch() {}

    /**
     * Runs a statement once for each row.
     *
     * @param connection the transaction's connection
     * @param sql the statement, a literal of the program
     * @param rows the values of its parameters, row by row
     * @throws SQLException where the database refuses; then none has been run for good
     */
    public static void run(Connection connection, String sql, List<@Nullable Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (@Nullable Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    statement.setObject(i + 1, row[i]);
                }
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }
}
