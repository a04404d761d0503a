package org.holdfast.core.retention.plans;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done so that a person stays: one plan for each case.
 *
 * @param id random id
 * @param caseId its case
 * @param subsidiaryId the person's subsidiary
 * @param personId the person
 * @param version how often its state was changed, or an action added: who changes it names the version they saw
 * @param course how far it has come
 * @param actions what is to be done, the first one first
 */
record Plan(UUID id, UUID caseId, UUID subsidiaryId, UUID personId, int version, Course course, List<Action> actions) {

    /** Copies the actions. */
    Plan {
        actions = List.copyOf(actions);
    }

    /**
     * How far it has come.
     *
     * @param state the state
     * @param approverId the employee who is asked to approve, or did; null for group HR
     * @param submittedBy random id of the account that asked, null before
     * @param createdAt when it was begun
     * @param approvedAt when it was approved, null before
     */
    record Course(
            PlanState state,
            @Nullable UUID approverId,
            @Nullable UUID submittedBy,
            Instant createdAt,
            @Nullable Instant approvedAt) {}

    Optional<Action> action(UUID actionId) {
        return actions.stream().filter(action -> action.id().equals(actionId)).findFirst();
    }
}
