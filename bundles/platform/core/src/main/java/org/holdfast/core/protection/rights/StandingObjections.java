package org.holdfast.core.protection.rights;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.basis.Objections;

/** Reads whose objections were granted, once for each subsidiary until one changes. Safe for use from many threads. */
final class StandingObjections implements Objections {
    private final Database database;
    private final Map<UUID, Set<UUID>> known = new ConcurrentHashMap<>();

    StandingObjections(Database database) {
        this.database = database;
    }

    @Override
    public Set<UUID> in(UUID subsidiaryId) {
        // In one step with what forgets: what was read before a decision must not be put in after it.
        return known.computeIfAbsent(
                subsidiaryId, subsidiary -> database.call(connection -> load(connection, subsidiary)));
    }

    void forget(UUID subsidiaryId) {
        known.remove(subsidiaryId);
    }

    private static Set<UUID> load(Connection connection, UUID subsidiaryId) throws SQLException {
        String sql = "select person_id from rights_request where subsidiary_id = ? and state = ? and kind in (?, ?)";
        try (PreparedStatement read = connection.prepareStatement(sql)) {
            read.setObject(1, subsidiaryId);
            read.setString(2, RequestState.FULFILLED.code());
            read.setString(3, RequestKind.OBJECTION.code());
            read.setString(4, RequestKind.REFUSAL_OF_AUTOMATED_DECISION.code());
            Set<UUID> all = new HashSet<>();
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    all.add(row.getObject(1, UUID.class));
                }
            }
            return Set.copyOf(all);
        }
    }
}
