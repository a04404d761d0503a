package org.holdfast.core.privacy.transfer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.privacy.transfer.TransferGate.Counters;

/**
 * About how many people data has left each subsidiary in each year: one count, whatever the permit, the place and the way, so
 * that nothing is gained by splitting. An erasure takes the person off the list and leaves the count. Safe for use from many
 * threads.
 */
final class TransferCounters {
    static final String TABLE = "transfer_person";

    private final Database database;

    TransferCounters(Database database) {
        this.database = database;
    }

    /** Returns how much has left in a year. */
    Counters of(UUID subsidiaryId, int year) {
        return database.call(connection -> read(connection, subsidiaryId, year));
    }

    /**
     * Counts people within the transaction under way, which nobody else can do for the subsidiary meanwhile.
     *
     * @return how much has left in the year, with them
     */
    Counters count(UUID subsidiaryId, int year, Collection<UUID> persons, boolean sensitive) {
        return database.call(connection -> {
            lock(connection, subsidiaryId, year);
            Map<UUID, Boolean> known = known(connection, subsidiaryId, year);
            List<UUID> fresh = new ArrayList<>();
            List<UUID> raised = new ArrayList<>();
            for (UUID person : persons) {
                Boolean before = known.put(person, sensitive || Boolean.TRUE.equals(known.get(person)));
                if (before == null) {
                    fresh.add(person);
                } else if (sensitive && !before) {
                    raised.add(person);
                }
            }
            insert(connection, subsidiaryId, year, fresh, sensitive);
            raise(connection, subsidiaryId, year, raised);
            int sensitiveOnes = (sensitive ? fresh.size() : 0) + raised.size();
            add(connection, subsidiaryId, year, new Counters(fresh.size(), sensitiveOnes));
            return read(connection, subsidiaryId, year);
        });
    }

    private static void lock(Connection connection, UUID subsidiaryId, int year) throws SQLException {
        if (add(connection, subsidiaryId, year, new Counters(0, 0)) == 0) {
            try (PreparedStatement insert = connection.prepareStatement("insert into transfer_count (subsidiary_id,"
                    + " counted_year, people, sensitive_people) values (?, ?, 0, 0)")) {
                insert.setObject(1, subsidiaryId);
                insert.setInt(2, year);
                insert.executeUpdate();
            }
        }
    }

    private static int add(Connection connection, UUID subsidiaryId, int year, Counters more) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update transfer_count set people = people + ?,"
                + " sensitive_people = sensitive_people + ? where subsidiary_id = ? and counted_year = ?")) {
            update.setLong(1, more.people());
            update.setLong(2, more.sensitive());
            update.setObject(3, subsidiaryId);
            update.setInt(4, year);
            return update.executeUpdate();
        }
    }

    private static Counters read(Connection connection, UUID subsidiaryId, int year) throws SQLException {
        try (PreparedStatement read = connection.prepareStatement(
                "select people, sensitive_people from transfer_count where subsidiary_id = ? and counted_year = ?")) {
            read.setObject(1, subsidiaryId);
            read.setInt(2, year);
            try (ResultSet row = read.executeQuery()) {
                return row.next() ? new Counters(row.getLong(1), row.getLong(2)) : new Counters(0, 0);
            }
        }
    }

    private static Map<UUID, Boolean> known(Connection connection, UUID subsidiaryId, int year) throws SQLException {
        Map<UUID, Boolean> known = new HashMap<>();
        try (PreparedStatement read = connection.prepareStatement(
                "select person_id, is_sensitive from transfer_person where subsidiary_id = ? and counted_year = ?")) {
            read.setObject(1, subsidiaryId);
            read.setInt(2, year);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    known.put(row.getObject(1, UUID.class), row.getBoolean(2));
                }
            }
        }
        return known;
    }

    private static void insert(
            Connection connection, UUID subsidiaryId, int year, List<UUID> persons, boolean sensitive)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into transfer_person (subsidiary_id,"
                + " counted_year, person_id, is_sensitive) values (?, ?, ?, ?)")) {
            for (UUID person : persons) {
                insert.setObject(1, subsidiaryId);
                insert.setInt(2, year);
                insert.setObject(3, person);
                insert.setBoolean(4, sensitive);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void raise(Connection connection, UUID subsidiaryId, int year, List<UUID> persons)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("update transfer_person set is_sensitive = true"
                + " where subsidiary_id = ? and counted_year = ? and person_id = ?")) {
            for (UUID person : persons) {
                update.setObject(1, subsidiaryId);
                update.setInt(2, year);
                update.setObject(3, person);
                update.addBatch();
            }
            update.executeBatch();
        }
    }
}
