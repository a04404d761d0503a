package org.holdfast.launcher.keys;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.holdfast.api.protection.RootKind;
import org.holdfast.launcher.start.StartFailure;

/** What the key store remembers about root keys: which ones wrap keys in it, and whether one is just replaced. */
final class RootKeyRecord {
    private final DataSource store;
    private final Clock clock;

    RootKeyRecord(DataSource store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Returns what the root keys in use are kept in, by their identities: one, or two while one is replaced; none before the
     * first start.
     */
    Map<String, String> known() {
        try (Connection connection = store.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT root_id, kind FROM root_key")) {
            Map<String, String> kinds = new HashMap<>();
            while (rows.next()) {
                kinds.put(rows.getString(1), Objects.requireNonNullElse(rows.getString(2), KeyStoreContent.FIRST_KIND));
            }
            return kinds;
        } catch (SQLException e) {
            throw new StartFailure(e, "failure.keyStoreRead");
        }
    }

    /** Returns the rotation of the root key that is not done yet. */
    Optional<KeyRotation> replacing() {
        try (Connection connection = store.getConnection()) {
            return KeyRotation.last(connection)
                    .filter(KeyRotation::unfinished)
                    .filter(rotation -> rotation.level().equals(KeyRotation.ROOT));
        } catch (SQLException e) {
            throw new StartFailure(e, "failure.keyStoreRead");
        }
    }

    void remember(String rootId, RootKind kind) {
        try (Connection connection = store.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO root_key (root_id, created_at, kind) VALUES (?, ?, ?)")) {
            insert.setString(1, rootId);
            insert.setTimestamp(2, Timestamp.from(clock.instant()));
            insert.setString(3, kind.code());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new StartFailure(e, "failure.keyStoreWrite");
        }
    }
}
