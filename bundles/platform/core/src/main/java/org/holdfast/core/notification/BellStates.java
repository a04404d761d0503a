package org.holdfast.core.notification;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.Fingerprints;

/** Reads how many bells stand, by one look at all of them. Safe for use from many threads. */
final class BellStates {
    private static final String STANDING = "select account_id, id, kind, read_at from notification"
            + " where over_at is null and account_id = any(?) order by account_id, id";

    private final Database database;
    private final Kinds kinds;
    private final Supplier<Map<UUID, Set<String>>> muted;

    /**
     * Creates it.
     *
     * @param database where notices are
     * @param kinds which of them may be turned off
     * @param muted codes of kinds that accounts have turned off at the bell
     */
    BellStates(Database database, Kinds kinds, Supplier<Map<UUID, Set<String>>> muted) {
        this.database = database;
        this.kinds = kinds;
        this.muted = muted;
    }

    /** Counts while rows come in. */
    private static final class Count {
        private final Set<String> muted;
        private final StringBuilder seen = new StringBuilder();
        private int unread;
        private int standing;

        Count(Set<String> muted) {
            this.muted = muted;
        }

        void add(UUID id, boolean read) {
            seen.append(id).append(read ? '+' : '-');
            standing++;
            unread += read ? 0 : 1;
        }

        BellState state() {
            return standing == 0
                    ? BellState.EMPTY
                    : new BellState(Fingerprints.sha256(seen.toString()).substring(0, 24), unread, standing);
        }
    }

    /** Returns the states of bells; an account at whose bell nothing stands may be missing. */
    Map<UUID, BellState> of(Set<UUID> accounts) {
        Map<UUID, Count> counts = new HashMap<>();
        Map<UUID, Set<String>> off = muted.get();
        accounts.forEach(account -> counts.put(account, new Count(off.getOrDefault(account, Set.of()))));
        database.run(connection -> read(connection, accounts, counts));
        Map<UUID, BellState> states = new HashMap<>();
        counts.forEach((account, count) -> states.put(account, count.state()));
        return states;
    }

    private void read(Connection connection, Set<UUID> accounts, Map<UUID, Count> counts) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(STANDING)) {
            read.setArray(1, connection.createArrayOf("uuid", accounts.toArray()));
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    Count count = counts.get(row.getObject(1, UUID.class));
                    if (count != null && kinds.rings(count.muted, row.getString(3))) {
                        count.add(row.getObject(2, UUID.class), row.getObject(4) != null);
                    }
                }
            }
        }
    }
}
