package org.holdfast.core.retention.plans;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.erasure.TableTraces;

/** The plans about a person, and the person among those who do or approve something for others. */
final class PlanTraces implements PersonTraces {
    private final TableTraces plans = TableTraces.of("plans", "plan_step", "plan_action", "retention_plan");

    @Override
    public Map<String, Long> count(Connection connection, Subject person) throws SQLException {
        return TableTraces.of("plans", "retention_plan").count(connection, person);
    }

    @Override
    public void erase(Connection connection, Subject person) throws SQLException {
        plans.erase(connection, person);
        UUID id = person.personId().orElseThrow();
        PlanTable.update(connection, "update retention_plan set approver_id = null where approver_id = ?", id);
        PlanTable.update(connection, "update plan_action set owner_id = null where owner_id = ?", id);
        PlanTable.update(
                connection, "update plan_rule set approval = 'line', approver_id = null where approver_id = ?", id);
    }
}
