package org.holdfast.core.retention.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be done for a person.
 *
 * @param id random id
 * @param version how often it was changed: who changes it names the version they saw
 * @param task who does it and until when
 * @param content what it is
 */
record Action(UUID id, int version, Task task, ActionContent content) {

    /**
     * The part that stands in plain columns.
     *
     * @param state how far it has come
     * @param ownerId the employee who does it, null for HR
     * @param dueOn the last day, null where none is set
     * @param doneAt when it was done, null before
     */
    record Task(
            ActionState state,
            @Nullable UUID ownerId,
            @Nullable LocalDate dueOn,
            @Nullable Instant doneAt) {}

    /** Says whether its day is over and something is left to do. */
    boolean overdue(LocalDate today) {
        LocalDate dueOn = task.dueOn();
        return task.state().open() && dueOn != null && dueOn.isBefore(today);
    }
}
