package org.holdfast.core.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Map;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.erasure.TableTraces;

/** The alerts about a person with a dismissal after one, and the person among the recipients of others' alerts. */
final class AlertTraces implements PersonTraces {
    private final TableTraces alerts = TableTraces.of("alerts", "alert", "flagged_dismissal");
    private final TableTraces conflicts = TableTraces.of("alerts", "case_conflict");

    @Override
    public Map<String, Long> count(Connection connection, Subject person) throws SQLException {
        return alerts.count(connection, person);
    }

    @Override
    public void erase(Connection connection, Subject person) throws SQLException {
        conflicts.erase(connection, person);
        alerts.erase(connection, person);
        // That somebody's superior got the alert stays; who that was does not.
        try (PreparedStatement update =
                connection.prepareStatement("update alert_recipient set person_id = null where person_id = ?")) {
            update.setObject(1, person.personId().orElseThrow());
            update.executeUpdate();
        }
    }
}
