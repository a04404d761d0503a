package org.holdfast.core.retention.plans;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done with a plan. Steps are added and never changed; what stands in words is sealed.
 *
 * @param at when
 * @param actionId the action it is about, null for the plan itself
 * @param words what was done, and by whom
 */
record PlanStep(Instant at, @Nullable UUID actionId, Words words) {

    /**
     * The sealed part.
     *
     * @param what what was done
     * @param by name of the account, empty for the server
     * @param note what was written beside it, may be empty
     * @param changes which parts of an action were changed, by their names in the API
     */
    record Words(What what, String by, String note, List<String> changes) {

        /** Copies the changes. */
        Words {
            changes = List.copyOf(changes);
        }
    }

    /** What was done. */
    enum What {
        /** The plan was begun. */
        CREATED,
        /** An action was added. */
        ADDED,
        /** An action was changed. */
        CHANGED,
        /** Somebody was asked to approve. */
        SUBMITTED,
        /** It was approved. */
        APPROVED,
        /** It was given back to be changed. */
        RETURNED,
        /** An approved one is being changed. */
        REOPENED,
        /** Nothing more is done. */
        STOPPED
    }
}
