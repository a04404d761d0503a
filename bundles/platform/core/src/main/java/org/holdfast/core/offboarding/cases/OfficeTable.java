package org.holdfast.core.offboarding.cases;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.offboarding.flows.FlowOffice;
import org.holdfast.core.platform.database.Database;

/** Which accounts do the tasks of which office in a subsidiary; where none is named, everybody who handles tasks there does. */
final class OfficeTable {
    private final Database database;

    OfficeTable(Database database) {
        this.database = database;
    }

    /** Returns the accounts of all offices by subsidiary. */
    Map<UUID, Map<FlowOffice, Set<UUID>>> all() {
        String sql = "select subsidiary_id, office, account_id from offboarding_office";
        return database.call(connection -> {
            Map<UUID, Map<FlowOffice, Set<UUID>>> found = new HashMap<>();
            try (PreparedStatement read = connection.prepareStatement(sql);
                    ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    UUID subsidiary = row.getObject(1, UUID.class);
                    UUID account = row.getObject(3, UUID.class);
                    FlowOffice.ofCode(row.getString(2))
                            .ifPresent(
                                    office -> found.computeIfAbsent(subsidiary, id -> new EnumMap<>(FlowOffice.class))
                                            .computeIfAbsent(office, one -> new HashSet<>())
                                            .add(account));
                }
            }
            return found;
        });
    }

    /** Writes the accounts of a subsidiary's offices anew, in one transaction. */
    void write(UUID subsidiaryId, Map<FlowOffice, ? extends Collection<UUID>> accounts) {
        database.run(connection -> {
            CaseTable.update(connection, "delete from offboarding_office where subsidiary_id = ?", subsidiaryId);
            for (Map.Entry<FlowOffice, ? extends Collection<UUID>> office : accounts.entrySet()) {
                for (UUID account : new HashSet<>(office.getValue())) {
                    CaseTable.update(
                            connection,
                            "insert into offboarding_office (subsidiary_id, office, account_id) values (?, ?, ?)",
                            subsidiaryId,
                            office.getKey().code(),
                            account);
                }
            }
        });
    }
}
