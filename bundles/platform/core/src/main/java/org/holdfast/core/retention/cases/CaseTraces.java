package org.holdfast.core.retention.cases;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.erasure.TableTraces;

/** The cases about a person with their talks and files, and the person among those who had to talk with others. */
final class CaseTraces implements PersonTraces {
    private final TableTraces cases = TableTraces.of("cases", "talk_attachment", "case_talk", "retention_case");

    @Override
    public Map<String, Long> count(Connection connection, Subject person) throws SQLException {
        return cases.count(connection, person);
    }

    @Override
    public void erase(Connection connection, Subject person) throws SQLException {
        cases.erase(connection, person);
        // That somebody had to talk stays; who that was does not.
        UUID id = person.personId().orElseThrow();
        CaseTable.update(connection, "update retention_case set talker_id = null where talker_id = ?", id);
        CaseTable.update(connection, "update case_turn set talker_id = null where talker_id = ?", id);
    }
}
