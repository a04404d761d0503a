package org.holdfast.core.retention.programmes;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.erasure.TableTraces;

/**
 * The programmes a person belongs to, and those they see to. Figures that were counted stay: they are nobody's. With the last member a
 * programme that is over goes, too.
 */
final class ProgrammeTraces implements PersonTraces {
    private final TableTraces members = TableTraces.of("programmes", "programme_member");

    @Override
    public Map<String, Long> count(Connection connection, Subject person) throws SQLException {
        return members.count(connection, person);
    }

    @Override
    public void erase(Connection connection, Subject person) throws SQLException {
        members.erase(connection, person);
        UUID id = person.personId().orElseThrow();
        ProgrammeTable.update(connection, "update retention_programme set owner_id = null where owner_id = ?", id);
        ProgrammeTable.update(
                connection,
                "delete from retention_programme where subsidiary_id = ? and started_on is not null and ended_on is not null"
                        + " and not exists (select 1 from programme_member where programme_id = retention_programme.id)",
                person.subsidiaryId());
    }
}
