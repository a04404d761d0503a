package org.holdfast.core.protection.erasure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.api.jurisdiction.RetentionRule;
import org.holdfast.core.platform.database.Database;

/** Aged records that are the rows of a table with the columns {@code subsidiary_id} and {@code person_id}. */
public final class AgedTable implements AgedRecords {
    private final RetentionRule.Kind kind;
    private final Database database;
    private final String table;
    private final String column;
    private final Function<LocalDate, Object> limit;

    /**
     * Names the table.
     *
     * @param kind what is kept
     * @param database where it is
     * @param table name of the table, a literal of the program
     * @param column its column that tells the age
     * @param limit returns the lowest value of that column that is still kept, for the first day that is
     */
    public AgedTable(
            RetentionRule.Kind kind,
            Database database,
            String table,
            String column,
            Function<LocalDate, Object> limit) {
        this.kind = kind;
        this.database = database;
        this.table = table;
        this.column = column;
        this.limit = limit;
    }

    @Override
    public RetentionRule.Kind kind() {
        return kind;
    }

    @Override
    public long count(UUID subsidiaryId, LocalDate before, Set<UUID> held) {
        return database.call(connection -> {
            try (PreparedStatement count = prepare(connection, "select count(*) from ", subsidiaryId, before, held);
                    ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @Override
    public long delete(UUID subsidiaryId, LocalDate before, Set<UUID> held) {
        return database.call(connection -> {
            try (PreparedStatement delete = prepare(connection, "delete from ", subsidiaryId, before, held)) {
                return (long) delete.executeUpdate();
            }
        });
    }

    private PreparedStatement prepare(
            Connection connection, String what, UUID subsidiaryId, LocalDate before, Set<UUID> held)
            throws SQLException {
        // H2 finds nobody "not in" a parameter that is a table.
        String sql = what + table + " where subsidiary_id = ? and " + column + " < ? and not exists"
                + " (select 1 from unnest(?) as held (held_id) where held.held_id = " + table + ".person_id)";
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setObject(1, subsidiaryId);
        statement.setObject(2, limit.apply(before));
        statement.setArray(3, connection.createArrayOf("uuid", held.toArray()));
        return statement;
    }
}
