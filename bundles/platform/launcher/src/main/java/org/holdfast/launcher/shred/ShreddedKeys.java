package org.holdfast.launcher.shred;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import javax.sql.DataSource;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.start.StartFailure;

/**
 * Destroys once more, in a store of wrapped keys, the keys of those who stand in the ledger: a backup that was put back,
 * by our command or by other means, holds them again.
 */
public final class ShreddedKeys {
    private static final String DELETE = "DELETE FROM wrapped_key WHERE owner_id = ?";
    private static final int A_BATCH = 1_000;

    private ShreddedKeys() {}

    /**
     * Destroys keys.
     *
     * @param store the store of wrapped keys
     * @param shredded whose
     * @return how many there were
     * @throws StartFailure where the store cannot be read or written
     */
    public static int destroy(DataSource store, Collection<Shredded> shredded) {
        if (shredded.isEmpty()) {
            return 0;
        }
        try (Connection connection = store.getConnection();
                PreparedStatement delete = connection.prepareStatement(DELETE)) {
            int destroyed = 0;
            int waiting = 0;
            for (Shredded one : shredded) {
                delete.setObject(1, one.personId());
                delete.addBatch();
                waiting++;
                if (waiting == A_BATCH) {
                    destroyed += count(delete.executeBatch());
                    waiting = 0;
                }
            }
            return destroyed + count(delete.executeBatch());
        } catch (SQLException e) {
            throw new StartFailure(e, "failure.keyStoreWrite");
        }
    }

    private static int count(int[] counts) {
        int all = 0;
        for (int count : counts) {
            all += Math.max(0, count);
        }
        return all;
    }

    /**
     * Writes an embedded store anew, so that its file does not hold what was destroyed in parts it no longer uses, and
     * closes it.
     *
     * @param address the store; nothing happens where it is not embedded, whose own clean-up does that
     * @throws SQLException where the database refuses
     */
    public static void compact(DatabaseAddress address) throws SQLException {
        if (!address.isEmbedded()) {
            return;
        }
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN COMPACT");
        }
    }
}
