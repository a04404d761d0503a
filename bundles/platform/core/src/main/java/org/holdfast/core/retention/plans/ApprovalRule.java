package org.holdfast.core.retention.plans;

import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who approves the plans of a subsidiary.
 *
 * @param approval in which way
 * @param approverId the employee who approves, for {@link Approval#NAMED} alone
 */
record ApprovalRule(Approval approval, @Nullable UUID approverId) {
    /** What holds where nobody has said anything. */
    static final ApprovalRule LINE = new ApprovalRule(Approval.LINE, null);

    /** In which way plans are approved. */
    enum Approval {
        /** By the superior of who has the case. */
        LINE("line"),
        /** By one named employee. */
        NAMED("named"),
        /** By whoever puts it forward. */
        NONE("none");

        private final String code;

        Approval(String code) {
            this.code = code;
        }

        /** Returns the word used in the database and the API. */
        String code() {
            return code;
        }

        static Optional<Approval> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(approval -> approval.code.equals(code))
                    .findFirst();
        }
    }
}
