package org.holdfast.core.retention.plans;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.retention.plans.ApprovalRule.Approval;

/** Who approves the plans of each subsidiary. Safe for use from many threads. */
public final class ApprovalRules {
    private final Database database;

    ApprovalRules(Database database) {
        this.database = database;
    }

    ApprovalRule of(UUID subsidiaryId) {
        return database.call(connection -> {
            try (PreparedStatement read = connection.prepareStatement(
                    "select approval, approver_id from plan_rule where subsidiary_id = ?")) {
                read.setObject(1, subsidiaryId);
                try (ResultSet row = read.executeQuery()) {
                    return row.next()
                            ? new ApprovalRule(
                                    Approval.ofCode(row.getString(1)).orElseThrow(), row.getObject(2, UUID.class))
                            : ApprovalRule.LINE;
                }
            }
        });
    }

    /**
     * Returns the employee who approves the plans of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return the one who is named, empty where nobody is
     */
    public Optional<UUID> named(UUID subsidiaryId) {
        return Optional.ofNullable(of(subsidiaryId).approverId());
    }

    void set(UUID subsidiaryId, ApprovalRule rule) {
        database.run(connection -> {
            PlanTable.update(connection, "delete from plan_rule where subsidiary_id = ?", subsidiaryId);
            PlanTable.update(
                    connection,
                    "insert into plan_rule (subsidiary_id, approval, approver_id) values (?, ?, ?)",
                    subsidiaryId,
                    rule.approval().code(),
                    rule.approverId());
        });
    }
}
