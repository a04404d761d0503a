package org.holdfast.core.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.PersonTraces;

/**
 * Rows of files that were rejected or are shown as a preview. They may tell about anybody of the subsidiary and are not
 * sealed under a person's key, so all of the subsidiary's finished imports go: whoever sent the file still has it.
 */
final class RejectedRowTraces implements PersonTraces {
    private static final String RUNS =
            " (select id from import_run where (subsidiary_id = ? or subsidiary_id is null) and state in ('done', 'failed'))";

    @Override
    public Map<String, Long> count(Connection connection, Subject person) throws SQLException {
        String sql = "select count(*) from import_error where import_id in" + RUNS;
        try (PreparedStatement count = connection.prepareStatement(sql)) {
            count.setObject(1, person.subsidiaryId());
            try (ResultSet row = count.executeQuery()) {
                row.next();
                long rows = row.getLong(1);
                return rows == 0 ? Map.of() : Map.of("rejectedRows", rows);
            }
        }
    }

    @Override
    public void erase(Connection connection, Subject person) throws SQLException {
        for (String sql : List.of(
                "delete from import_error where import_id in" + RUNS,
                "delete from import_link where import_id in" + RUNS,
                "update import_run set preview = null where preview is not null and id in" + RUNS)) {
            try (PreparedStatement delete = connection.prepareStatement(sql)) {
                delete.setObject(1, person.subsidiaryId());
                delete.executeUpdate();
            }
        }
    }
}
