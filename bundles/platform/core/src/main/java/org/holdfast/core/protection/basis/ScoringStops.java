package org.holdfast.core.protection.basis;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.jspecify.annotations.Nullable;

/** In which subsidiaries somebody has stopped the scoring. Safe for use from many threads. */
public final class ScoringStops {
    private final Database database;
    private final Changes changes;
    private final Clock clock;
    private volatile @Nullable Set<UUID> known;

    ScoringStops(Database database, Changes changes, Clock clock) {
        this.database = database;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Returns whether scoring is stopped.
     *
     * @param subsidiaryId the subsidiary
     * @return whether somebody stopped it and nobody has started it again
     */
    public boolean stopped(UUID subsidiaryId) {
        Set<UUID> all = known;
        if (all == null) {
            all = load();
            known = all;
        }
        return all.contains(subsidiaryId);
    }

    /**
     * Stops scoring or lets it go on.
     *
     * @param subsidiaryId the subsidiary
     * @param stop whether it is to stop
     * @param by the account that wants it
     */
    public void set(UUID subsidiaryId, boolean stop, UUID by) {
        database.run(connection -> {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from scoring_stop where subsidiary_id = ?")) {
                delete.setObject(1, subsidiaryId);
                delete.executeUpdate();
            }
            if (stop) {
                try (PreparedStatement insert = connection.prepareStatement(
                        "insert into scoring_stop (subsidiary_id, stopped_at, stopped_by) values (?, ?, ?)")) {
                    insert.setObject(1, subsidiaryId);
                    insert.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
                    insert.setObject(3, by);
                    insert.executeUpdate();
                }
            }
        });
        database.afterCommit(() -> {
            known = null;
            changes.in(subsidiaryId);
        });
    }

    private Set<UUID> load() {
        return database.call(connection -> {
            Set<UUID> all = new HashSet<>();
            try (PreparedStatement read = connection.prepareStatement("select subsidiary_id from scoring_stop");
                    ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    all.add(row.getObject(1, UUID.class));
                }
            }
            return Set.copyOf(all);
        });
    }
}
