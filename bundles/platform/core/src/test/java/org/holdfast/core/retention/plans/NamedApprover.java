package org.holdfast.core.retention.plans;

import java.util.UUID;
import org.holdfast.core.platform.database.Database;

/** Names who approves, for tests of other parts of the room. */
public final class NamedApprover {
    private final ApprovalRules rules;

    public NamedApprover(Database database) {
        rules = new ApprovalRules(database);
    }

    /** Returns who approves. */
    public ApprovalRules rules() {
        return rules;
    }

    /** Has one employee approve from now on. */
    public void is(UUID subsidiary, UUID employee) {
        rules.set(subsidiary, new ApprovalRule(ApprovalRule.Approval.NAMED, employee));
    }
}
