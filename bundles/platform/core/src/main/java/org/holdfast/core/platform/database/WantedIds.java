package org.holdfast.core.platform.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/**
 * Finds the rows of many ids by joining them as a table of one column. In a list of parameters H2 looks for each row it
 * finds once more, from its beginning: the time grows with the square of their number.
 */
public final class WantedIds {
    private WantedIds() {}

    /**
     * Returns what stands behind {@code from}: the ids, and a table joined with them under its own name.
     *
     * @param table the table
     * @param column its column of ids, which should come first in an index
     * @return for example {@code unnest(?) as wanted (wanted_id) join t on t.id = wanted.wanted_id}
     */
    public static String join(String table, String column) {
        return "unnest(?) as wanted (wanted_id) join " + table + " on " + table + "." + column + " = wanted.wanted_id";
    }

    /**
     * Sets the ids.
     *
     * @param statement the statement
     * @param index number of the parameter in {@link #join}
     * @param ids the ids; one that is given twice is looked for once
     * @throws SQLException where the driver refuses
     */
    public static void bind(PreparedStatement statement, int index, Collection<UUID> ids) throws SQLException {
        Object[] wanted = ids.stream().distinct().toArray();
        statement.setArray(index, statement.getConnection().createArrayOf("uuid", wanted));
    }
}
