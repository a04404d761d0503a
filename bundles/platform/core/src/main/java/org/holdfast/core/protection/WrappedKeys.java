package org.holdfast.core.protection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.protection.KeyPath;
import org.holdfast.api.protection.WrappedKey;
import org.jspecify.annotations.Nullable;

/** The table of wrapped keys, in a store of its own: every write is committed when it returns. */
final class WrappedKeys {
    private static final String INSERT =
            "INSERT INTO wrapped_key (owner_id, subsidiary_id, key_id, wrapped, parent_id, created_at) VALUES (?, ?,"
                    + " ?, ?, ?, ?)";
    private static final String READ =
            "SELECT owner_id, key_id, wrapped, parent_id FROM wrapped_key WHERE subsidiary_id = ?";
    private static final String READ_WRAPPING =
            "SELECT key_id, wrapped FROM wrapping_key WHERE subsidiary_id = ? ORDER BY generation";

    private static final String DELETE = "DELETE FROM wrapped_key WHERE owner_id = ?";

    private final DataSource store;
    private final Clock clock;

    WrappedKeys(DataSource store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Reads the keys of a subsidiary. */
    SubsidiaryKeys of(UUID subsidiaryId) {
        try (Connection connection = store.getConnection()) {
            Found found = found(connection, subsidiaryId);
            // A rotation may end between the two questions, and its former key with it; then the second answer fits.
            return (found.whole() ? found : found(connection, subsidiaryId)).keys(subsidiaryId);
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private static Found found(Connection connection, UUID subsidiaryId) throws SQLException {
        List<Row> rows = rows(connection, subsidiaryId);
        return new Found(rows, wrapping(connection, subsidiaryId));
    }

    private static List<Row> rows(Connection connection, UUID subsidiaryId) throws SQLException {
        List<Row> keys = new ArrayList<>();
        try (PreparedStatement read = connection.prepareStatement(READ)) {
            read.setObject(1, subsidiaryId);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    String owner = rows.getObject(1, UUID.class).toString();
                    keys.add(new Row(new WrappedKey(rows.getString(2), owner, rows.getBytes(3)), rows.getString(4)));
                }
            }
        }
        return keys;
    }

    /** Returns the keys of a subsidiary that wrap people's, by id, the newest last. */
    static Map<String, WrappedKey> wrapping(Connection connection, UUID subsidiaryId) throws SQLException {
        Map<String, WrappedKey> keys = new LinkedHashMap<>();
        try (PreparedStatement read = connection.prepareStatement(READ_WRAPPING)) {
            read.setObject(1, subsidiaryId);
            try (ResultSet rows = read.executeQuery()) {
                while (rows.next()) {
                    String id = rows.getString(1);
                    keys.put(id, new WrappedKey(id, subsidiaryId.toString(), rows.getBytes(2)));
                }
            }
        }
        return keys;
    }

    /** A stored key, with the id of the key above it, null where that is the subsidiary's own. */
    private record Row(WrappedKey key, @Nullable String parentId) {}

    /** What was read: the rows of a subsidiary, and the keys that wrap people's besides its own. */
    private record Found(List<Row> rows, Map<String, WrappedKey> above) {
        boolean whole() {
            return rows.stream().allMatch(row -> row.parentId() == null || above.containsKey(row.parentId()));
        }

        SubsidiaryKeys keys(UUID subsidiaryId) {
            WrappedKey own = rows.stream()
                    .map(Row::key)
                    .filter(key -> key.ownerId().equals(subsidiaryId.toString()))
                    .findFirst()
                    .orElse(null);
            Map<UUID, KeyPath> paths = new HashMap<>();
            for (Row row : rows) {
                WrappedKey parent = row.parentId() == null ? own : above.get(row.parentId());
                if (parent != null) {
                    paths.put(UUID.fromString(row.key().ownerId()), KeyPath.ofPerson(parent, row.key()));
                }
            }
            if (own != null) {
                paths.put(subsidiaryId, KeyPath.ofSubsidiary(own));
            }
            WrappedKey newest =
                    above.values().stream().reduce((first, second) -> second).orElse(null);
            return new SubsidiaryKeys(subsidiaryId, paths, newest);
        }
    }

    /**
     * Stores keys.
     *
     * @param parentId id of the key they are wrapped by, null where that is the subsidiary's own or the root
     */
    void add(UUID subsidiaryId, @Nullable String parentId, Collection<WrappedKey> keys) {
        try (Connection connection = store.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
                Timestamp now = Timestamp.from(clock.instant());
                for (WrappedKey key : keys) {
                    insert.setObject(1, UUID.fromString(key.ownerId()));
                    insert.setObject(2, subsidiaryId);
                    insert.setString(3, key.id());
                    insert.setBytes(4, key.bytes());
                    insert.setString(5, parentId);
                    insert.setTimestamp(6, now);
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

    /** Removes a key, whatever it is wrapped by; nothing happens where it is gone already. */
    void remove(UUID ownerId) {
        try (Connection connection = store.getConnection();
                PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setObject(1, ownerId);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    static HoldfastException unreachable(SQLException cause) {
        return new HoldfastException(
                VaultError.KEY_STORE_UNREACHABLE, "The store of wrapped keys cannot be read or written.", cause);
    }
}
