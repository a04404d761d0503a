package org.holdfast.core.protection.rights;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.basis.Objections;

/**
 * Reads whose objections were granted and who waits for an answer, once for each subsidiary until one changes. Which of those
 * who wait are not scored meanwhile is asked of the rule book each time, for it can change. Safe for use from many threads.
 */
final class StandingObjections implements Objections {
    private final Database database;
    private final AutomatedDecisions rules;
    private final Map<UUID, Known> known = new ConcurrentHashMap<>();

    StandingObjections(Database database, AutomatedDecisions rules) {
        this.database = database;
        this.rules = rules;
    }

    @Override
    public Set<UUID> in(UUID subsidiaryId) {
        Set<UUID> suspended = suspended(subsidiaryId);
        Set<UUID> granted = known(subsidiaryId).granted();
        if (suspended.isEmpty()) {
            return granted;
        }
        Set<UUID> all = new HashSet<>(granted);
        all.addAll(suspended);
        return all;
    }

    @Override
    public Set<UUID> suspended(UUID subsidiaryId) {
        Known now = known(subsidiaryId);
        Set<UUID> all = new HashSet<>();
        now.waiting().forEach((kind, persons) -> {
            if (rules.suspends(subsidiaryId, kind)) {
                all.addAll(persons);
            }
        });
        all.removeAll(now.granted());
        return all;
    }

    void forget(UUID subsidiaryId) {
        known.remove(subsidiaryId);
    }

    private Known known(UUID subsidiaryId) {
        // In one step with what forgets: what was read before a decision must not be put in after it.
        return known.computeIfAbsent(
                subsidiaryId, subsidiary -> database.call(connection -> load(connection, subsidiary)));
    }

    private static Known load(Connection connection, UUID subsidiaryId) throws SQLException {
        String sql = "select person_id, kind, state from rights_request where subsidiary_id = ? and kind in (?, ?)"
                + " and state in (?, ?, ?)";
        Set<UUID> granted = new HashSet<>();
        Map<RequestKind, Set<UUID>> waiting = new EnumMap<>(RequestKind.class);
        try (PreparedStatement read = connection.prepareStatement(sql)) {
            read.setObject(1, subsidiaryId);
            read.setString(2, RequestKind.OBJECTION.code());
            read.setString(3, RequestKind.REFUSAL_OF_AUTOMATED_DECISION.code());
            read.setString(4, RequestState.FULFILLED.code());
            read.setString(5, RequestState.OPEN.code());
            read.setString(6, RequestState.EXTENDED.code());
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    Set<UUID> of = RequestState.FULFILLED.code().equals(row.getString(3))
                            ? granted
                            : waiting.computeIfAbsent(
                                    RequestKind.ofCode(row.getString(2)).orElseThrow(), kind -> new HashSet<>());
                    of.add(row.getObject(1, UUID.class));
                }
            }
        }
        return new Known(Set.copyOf(granted), waiting);
    }

    /** Whose claims were granted, and who waits for an answer by what they claim. */
    private record Known(Set<UUID> granted, Map<RequestKind, Set<UUID>> waiting) {}
}
