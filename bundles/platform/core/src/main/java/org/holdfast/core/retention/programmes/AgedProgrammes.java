package org.holdfast.core.retention.programmes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.jurisdiction.RetentionRule;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.protection.erasure.AgedRecords;

/** Programmes that are over, kept as long as alerts and what follows from them; their members and figures end with them. */
final class AgedProgrammes implements AgedRecords {
    private static final String WHERE =
            " from retention_programme where subsidiary_id = ? and ended_on < ? and not exists"
                    + " (select 1 from programme_member join unnest(?) as held (held_id) on held.held_id = programme_member.person_id"
                    + " where programme_member.programme_id = retention_programme.id)";

    private final Database database;

    AgedProgrammes(Database database) {
        this.database = database;
    }

    @Override
    public RetentionRule.Kind kind() {
        return RetentionRule.Kind.ALERTS;
    }

    @Override
    public long count(UUID subsidiaryId, LocalDate before, Set<UUID> held) {
        return database.call(connection -> {
            try (PreparedStatement count = connection.prepareStatement("select count(*)" + WHERE)) {
                bind(connection, count, subsidiaryId, before, held);
                try (ResultSet row = count.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    @Override
    public long delete(UUID subsidiaryId, LocalDate before, Set<UUID> held) {
        return database.call(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete" + WHERE)) {
                bind(connection, delete, subsidiaryId, before, held);
                return (long) delete.executeUpdate();
            }
        });
    }

    private static void bind(
            Connection connection, PreparedStatement statement, UUID subsidiaryId, LocalDate before, Set<UUID> held)
            throws SQLException {
        statement.setObject(1, subsidiaryId);
        statement.setObject(2, before);
        statement.setArray(3, connection.createArrayOf("uuid", held.toArray()));
    }
}
