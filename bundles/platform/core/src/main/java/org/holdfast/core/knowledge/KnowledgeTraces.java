package org.holdfast.core.knowledge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.PersonTraces;

/**
 * What is left of a person in handovers. Their list, recorded talks and all remarks go; what they handed over of the firm's stays, and
 * tells no more whose it was. What they got stays without them.
 */
final class KnowledgeTraces implements PersonTraces {
    private static final String RECORDED =
            "(select id from knowledge_item where subsidiary_id = ? and person_id = ?" + " and kind = 'recording')";
    private static final List<String> ERASE = List.of(
            "delete from knowledge_piece where file_id in (select id from knowledge_file where item_id in " + RECORDED
                    + ")",
            "delete from knowledge_file where item_id in " + RECORDED,
            "delete from knowledge_item where subsidiary_id = ? and person_id = ? and kind = 'recording'",
            "update knowledge_item set person_id = null, remark = null where subsidiary_id = ? and person_id = ?",
            "delete from knowledge_list where subsidiary_id = ? and person_id = ?");
    private static final String FORGET =
            "update knowledge_item set recipient_id = null, version = version + 1 where recipient_id = ?";
    private static final String COUNT = "select (select count(*) from knowledge_item where subsidiary_id = ? and"
            + " person_id = ?) + (select count(*) from knowledge_item where recipient_id = ?)"
            + " + (select count(*) from knowledge_list where subsidiary_id = ? and person_id = ?)";

    @Override
    public Map<String, Long> count(Connection connection, Subject person) throws SQLException {
        UUID id = person.personId().orElseThrow();
        try (PreparedStatement count = connection.prepareStatement(COUNT)) {
            count.setObject(1, person.subsidiaryId());
            count.setObject(2, id);
            count.setObject(3, id);
            count.setObject(4, person.subsidiaryId());
            count.setObject(5, id);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                long all = row.getLong(1);
                return all == 0 ? Map.of() : Map.of("handovers", all);
            }
        }
    }

    @Override
    public void erase(Connection connection, Subject person) throws SQLException {
        UUID id = person.personId().orElseThrow();
        for (String statement : ERASE) {
            ChecklistTable.update(connection, statement, person.subsidiaryId(), id);
        }
        ChecklistTable.update(connection, FORGET, id);
    }
}
