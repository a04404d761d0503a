package org.holdfast.core.people;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.Vault;

/** Fingerprints of the numbers of people who were erased. Safe for use from many threads. */
final class ErasedNumbers {
    private final Database database;
    private final Vault vault;

    ErasedNumbers(Database database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** Returns those of some numbers that were erased people's. */
    Set<String> among(UUID subsidiaryId, Collection<String> numbers) {
        Set<String> erased = numbers.isEmpty() ? Set.of() : database.call(found -> of(found, subsidiaryId));
        if (erased.isEmpty()) {
            return Set.of();
        }
        Map<String, String> byIndex = new HashMap<>();
        numbers.forEach(number -> byIndex.put(index(subsidiaryId, number), number));
        byIndex.keySet().retainAll(erased);
        return new HashSet<>(byIndex.values());
    }

    /** Lets a number be used again; returns whether it was an erased person's. */
    boolean readmit(UUID subsidiaryId, String number) {
        String index = index(subsidiaryId, number);
        return database.call(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(
                    "delete from erased_number where subsidiary_id = ? and number_index = ?")) {
                delete.setObject(1, subsidiaryId);
                delete.setString(2, index);
                return delete.executeUpdate() > 0;
            }
        });
    }

    private String index(UUID subsidiaryId, String number) {
        return EmployeeTable.numberIndex(vault, subsidiaryId, number);
    }

    private static Set<String> of(Connection connection, UUID subsidiaryId) throws SQLException {
        Set<String> all = new HashSet<>();
        try (PreparedStatement read =
                connection.prepareStatement("select number_index from erased_number where subsidiary_id = ?")) {
            read.setObject(1, subsidiaryId);
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    all.add(row.getString(1));
                }
            }
        }
        return all;
    }
}
