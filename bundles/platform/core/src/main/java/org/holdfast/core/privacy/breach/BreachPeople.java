package org.holdfast.core.privacy.breach;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;

/**
 * The table {@code data_breach_person}: whom a breach concerns, by random id. How many they are stays with the breach when
 * somebody is erased. Safe for use from many threads.
 */
final class BreachPeople {
    static final String TABLE = "data_breach_person";

    private final Database database;

    BreachPeople(Database database) {
        this.database = database;
    }

    /** Adds people; returns how many were not in the list before. */
    int add(Breach breach, Collection<UUID> persons) {
        return database.call(connection -> {
            Set<UUID> known = new HashSet<>(read(connection, "person_id", "breach_id", breach.id()));
            int fresh = 0;
            String sql = "insert into data_breach_person (breach_id, subsidiary_id, person_id) values (?, ?, ?)";
            try (PreparedStatement insert = connection.prepareStatement(sql)) {
                for (UUID person : persons) {
                    if (known.add(person)) {
                        insert.setObject(1, breach.id());
                        insert.setObject(2, breach.subsidiaryId());
                        insert.setObject(3, person);
                        insert.addBatch();
                        fresh++;
                    }
                }
                insert.executeBatch();
            }
            count(connection, breach.id(), fresh);
            return fresh;
        });
    }

    private static void count(Connection connection, UUID breachId, int more) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update data_breach set people = people + ? where id = ?")) {
            update.setInt(1, more);
            update.setObject(2, breachId);
            update.executeUpdate();
        }
    }

    /** Returns whom a breach concerns, without those who were erased since. */
    List<UUID> of(UUID breachId) {
        return database.call(connection -> read(connection, "person_id", "breach_id", breachId));
    }

    /** Returns which breaches concern a person. */
    List<UUID> breachesOf(UUID personId) {
        return database.call(connection -> read(connection, "breach_id", "person_id", personId));
    }

    /** Returns how many people each breach concerns, those who were erased since among them. */
    Map<UUID, Integer> counts() {
        return database.call(connection -> {
            Map<UUID, Integer> counts = new HashMap<>();
            try (PreparedStatement read = connection.prepareStatement("select id, people from data_breach");
                    ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getObject(1, UUID.class), row.getInt(2));
                }
            }
            return counts;
        });
    }

    private static List<UUID> read(Connection connection, String wanted, String key, UUID value) throws SQLException {
        List<UUID> found = new ArrayList<>();
        String sql = "select " + wanted + " from data_breach_person where " + key + " = ? order by " + wanted;
        try (PreparedStatement read = connection.prepareStatement(sql)) {
            read.setObject(1, value);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
        }
        return found;
    }
}
