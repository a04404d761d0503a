package org.holdfast.core.protection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.protection.WrappedKey;

/** The table of wrapped keys, in a store of its own: every write is committed when it returns. */
final class WrappedKeys {
    private static final String INSERT =
            "INSERT INTO wrapped_key (owner_id, subsidiary_id, key_id, wrapped, created_at) VALUES (?, ?, ?, ?, ?)";
    private static final String READ = "SELECT owner_id, key_id, wrapped FROM wrapped_key WHERE subsidiary_id = ?";

    private static final String DELETE = "DELETE FROM wrapped_key WHERE owner_id = ?";

    private final DataSource store;
    private final Clock clock;

    WrappedKeys(DataSource store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Map<UUID, WrappedKey> of(UUID subsidiaryId) {
        Map<UUID, WrappedKey> keys = new HashMap<>();
        try (Connection connection = store.getConnection();
                PreparedStatement read = connection.prepareStatement(READ)) {
            read.setObject(1, subsidiaryId);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    UUID owner = rows.getObject(1, UUID.class);
                    keys.put(owner, new WrappedKey(rows.getString(2), owner.toString(), rows.getBytes(3)));
                }
            }
            return keys;
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    void add(UUID subsidiaryId, Collection<WrappedKey> keys) {
        try (Connection connection = store.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                Timestamp now = Timestamp.from(clock.instant());
                for (WrappedKey key : keys) {
                    insert.setObject(1, UUID.fromString(key.ownerId()));
                    insert.setObject(2, subsidiaryId);
                    insert.setString(3, key.id());
                    insert.setBytes(4, key.bytes());
                    insert.setTimestamp(5, now);
                    insert.addBatch();
                }
                insert.executeBatch();
                connection.commit();
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    /** Removes a key; nothing happens where it is gone already. */
    void remove(UUID ownerId) {
        try (Connection connection = store.getConnection();
                PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setObject(1, ownerId);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private static HoldfastException unreachable(SQLException cause) {
        return new HoldfastException(
                VaultError.KEY_STORE_UNREACHABLE, "The store of wrapped keys cannot be read or written.", cause);
    }
}
