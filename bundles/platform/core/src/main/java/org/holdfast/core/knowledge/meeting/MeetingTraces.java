package org.holdfast.core.knowledge.meeting;

import static org.holdfast.core.offboarding.Statements.query;
import static org.holdfast.core.offboarding.Statements.update;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.PersonTraces;

/** Their own meeting goes with who leaves; what somebody has signed for another stays, and tells no more who signed. */
final class MeetingTraces implements PersonTraces {
    private static final String OF =
            " (select case_id from knowledge_meeting where subsidiary_id = ? and person_id = ?)";
    private static final List<String> ERASE = List.of(
            "delete from knowledge_meeting_signature where signer_id in"
                    + " (select id from knowledge_meeting_signer where case_id in" + OF + ")",
            "delete from knowledge_meeting_signer where case_id in" + OF,
            "delete from knowledge_meeting where subsidiary_id = ? and person_id = ?");

    @Override
    public Map<String, Long> count(Connection connection, Subject person) throws SQLException {
        UUID id = person.personId().orElseThrow();
        long all = query(
                        connection,
                        "select (select count(*) from knowledge_meeting where subsidiary_id = ? and person_id = ?)"
                                + " + (select count(*) from knowledge_meeting_signer where employee_id = ?)",
                        row -> row.getLong(1),
                        person.subsidiaryId(),
                        id,
                        id)
                .get(0);
        return all == 0 ? Map.of() : Map.of("handoverMeetings", all);
    }

    @Override
    public void erase(Connection connection, Subject person) throws SQLException {
        UUID id = person.personId().orElseThrow();
        for (String statement : ERASE) {
            update(connection, statement, person.subsidiaryId(), id);
        }
        update(connection, "update knowledge_meeting_signer set employee_id = null where employee_id = ?", id);
    }
}
