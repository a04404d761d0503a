package org.holdfast.core.signals;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.holdfast.core.signals.SignalAppender.Arrival;

/** The table {@code signal_freshness}: plain counters that name nobody. */
final class FreshnessTable {

    List<Freshness> of(Connection connection, UUID subsidiaryId) throws SQLException {
        String sql = "select signal, source, earliest_date, latest_date, latest_known_at, row_count"
                + " from signal_freshness where subsidiary_id = ? order by signal, source";
        List<Freshness> all = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, subsidiaryId);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    all.add(new Freshness(
                            subsidiaryId,
                            row.getString(1),
                            row.getString(2),
                            row.getObject(3, LocalDate.class),
                            row.getObject(4, LocalDate.class),
                            row.getObject(5, OffsetDateTime.class).toInstant(),
                            row.getLong(6)));
                }
            }
        }
        return all;
    }

    /** Counts arrivals; rows are taken in one order, so that two imports never wait for each other crosswise. */
    void count(Connection connection, UUID subsidiaryId, Collection<List<Arrival>> arrivals) throws SQLException {
        Map<String, Reach> reached = new TreeMap<>();
        for (List<Arrival> ofPerson : arrivals) {
            for (Arrival arrival : ofPerson) {
                Fact fact = arrival.fact();
                reached.computeIfAbsent(
                                fact.signal() + '\n' + fact.detail().source(),
                                key -> new Reach(fact.signal(), fact.detail().source()))
                        .take(fact);
            }
        }
        for (Reach reach : reached.values()) {
            if (!update(connection, subsidiaryId, reach)) {
                insert(connection, subsidiaryId, reach);
            }
        }
    }

    private static boolean update(Connection connection, UUID subsidiaryId, Reach reach) throws SQLException {
        String sql = "update signal_freshness set earliest_date = least(earliest_date, ?),"
                + " latest_date = greatest(latest_date, ?), latest_known_at = greatest(latest_known_at, ?),"
                + " row_count = row_count + ? where subsidiary_id = ? and signal = ? and source = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, subsidiaryId, reach);
            return statement.executeUpdate() == 1;
        }
    }

    private static void insert(Connection connection, UUID subsidiaryId, Reach reach) throws SQLException {
        String sql = "insert into signal_freshness (earliest_date, latest_date, latest_known_at, row_count,"
                + " subsidiary_id, signal, source) values (?, ?, ?, ?, ?, ?, ?)";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, subsidiaryId, reach);
            statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, UUID subsidiaryId, Reach reach) throws SQLException {
        statement.setObject(1, reach.earliest);
        statement.setObject(2, reach.latest);
        statement.setObject(3, reach.latestKnownAt.atOffset(ZoneOffset.UTC));
        statement.setLong(4, reach.rows);
        statement.setObject(5, subsidiaryId);
        statement.setString(6, reach.signal);
        statement.setString(7, reach.source);
    }

    /** How far the arrivals of one signal and source reach. */
    private static final class Reach {
        private final String signal;
        private final String source;
        private LocalDate earliest = LocalDate.MAX;
        private LocalDate latest = LocalDate.MIN;
        private Instant latestKnownAt = Instant.MIN;
        private long rows;

        Reach(String signal, String source) {
            this.signal = signal;
            this.source = source;
        }

        void take(Fact fact) {
            earliest = fact.date().isBefore(earliest) ? fact.date() : earliest;
            latest = fact.date().isAfter(latest) ? fact.date() : latest;
            latestKnownAt = fact.knownAt().isAfter(latestKnownAt) ? fact.knownAt() : latestKnownAt;
            rows++;
        }
    }
}
