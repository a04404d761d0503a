package org.holdfast.core.protection.basis;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.core.platform.database.Database;
import org.jspecify.annotations.Nullable;

/** Which rule book a subsidiary has named. Safe for use from many threads. */
final class JurisdictionChoices {
    private final Database database;
    private final Changes changes;
    private final Clock clock;
    private volatile @Nullable Map<UUID, String> known;

    JurisdictionChoices(Database database, Changes changes, Clock clock) {
        this.database = database;
        this.changes = changes;
        this.clock = clock;
    }

    Optional<String> of(UUID subsidiaryId) {
        Map<UUID, String> all = known;
        if (all == null) {
            all = load();
            known = all;
        }
        return Optional.ofNullable(all.get(subsidiaryId));
    }

    void choose(UUID subsidiaryId, String code) {
        database.run(connection -> {
            try (PreparedStatement delete =
                            connection.prepareStatement("delete from subsidiary_jurisdiction where subsidiary_id = ?");
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into subsidiary_jurisdiction (subsidiary_id, code, chosen_at) values (?, ?, ?)")) {
                delete.setObject(1, subsidiaryId);
                delete.executeUpdate();
                insert.setObject(1, subsidiaryId);
                insert.setString(2, code);
                insert.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
                insert.executeUpdate();
            }
        });
        database.afterCommit(() -> {
            known = null;
            changes.in(subsidiaryId);
        });
    }

    private Map<UUID, String> load() {
        return database.call(connection -> {
            Map<UUID, String> all = new ConcurrentHashMap<>();
            try (PreparedStatement read =
                            connection.prepareStatement("select subsidiary_id, code from subsidiary_jurisdiction");
                    ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    all.put(row.getObject(1, UUID.class), row.getString(2));
                }
            }
            return all;
        });
    }
}
