package org.holdfast.core.protection.erasure;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.holdfast.core.protection.Subject;

/**
 * Traces that are the rows of tables with the columns {@code subsidiary_id} and {@code person_id}.
 *
 * @param code what the rows are, with a text under {@code privacy.held.}
 * @param tables names of the tables, as literals of the program
 * @param forgetting drops what is in memory about a person
 */
public record TableTraces(String code, List<String> tables, Consumer<UUID> forgetting) implements PersonTraces {
    private static final String WHERE = " where subsidiary_id = ? and person_id = ?";

    /** Copies the names. */
    public TableTraces {
        tables = List.copyOf(tables);
    }

    /**
     * Returns traces in tables only.
     *
     * @param code what the rows are
     * @param tables names of the tables
     * @return the traces
     */
    public static TableTraces of(String code, String... tables) {
        return new TableTraces(code, List.of(tables), person -> {});
    }

    @Override
    public Map<String, Long> count(Connection connection, Subject person) throws SQLException {
        long all = 0;
        for (String table : tables) {
            try (PreparedStatement count = connection.prepareStatement("select count(*) from " + table + WHERE)) {
                bind(count, person);
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    all += row.getLong(1);
                }
            }
        }
        return all == 0 ? Map.of() : Map.of(code, all);
    }

    @Override
    public void erase(Connection connection, Subject person) throws SQLException {
        for (String table : tables) {
            try (PreparedStatement delete = connection.prepareStatement("delete from " + table + WHERE)) {
                bind(delete, person);
                delete.executeUpdate();
            }
        }
    }

    @Override
    public void forget(Subject person) {
        forgetting.accept(person.personId().orElseThrow());
    }

    private static void bind(PreparedStatement statement, Subject person) throws SQLException {
        statement.setObject(1, person.subsidiaryId());
        statement.setObject(2, person.personId().orElseThrow());
    }
}
