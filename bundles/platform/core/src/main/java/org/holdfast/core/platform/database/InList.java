package org.holdfast.core.platform.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;

/**
 * A condition on many ids. A list of parameters is used because H2 finds the rows of an array by reading the whole
 * table; its length is a power of two, so that few different statements have to be prepared.
 */
public final class InList {
    private InList() {}

    /**
     * Returns the condition.
     *
     * @param column the column, which should come first in an index
     * @param ids the ids, at most 32,768
     * @return for example {@code id in (?,?,?,?)}
     */
    public static String on(String column, Collection<UUID> ids) {
        return column + " in (?" + ",?".repeat(length(ids) - 1) + ")";
    }

    /**
     * Sets the parameters of the condition.
     *
     * @param statement the statement
     * @param from number of the condition's first parameter
     * @param ids the ids
     * @return number of the first parameter after the condition
     * @throws SQLException where the driver refuses
     */
    public static int bind(PreparedStatement statement, int from, Collection<UUID> ids) throws SQLException {
        int next = from;
        UUID last = new UUID(0, 0);
        for (UUID id : ids) {
            statement.setObject(next++, id);
            last = id;
        }
        while (next < from + length(ids)) {
            statement.setObject(next++, last);
        }
        return next;
    }

    private static int length(Collection<UUID> ids) {
        int size = Math.max(1, ids.size());
        int power = Integer.highestOneBit(size);
        return power == size ? size : power * 2;
    }
}
