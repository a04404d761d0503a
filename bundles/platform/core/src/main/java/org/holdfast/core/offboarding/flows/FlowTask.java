package org.holdfast.core.offboarding.flows;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task for people that a run has opened.
 *
 * @param id the engine's id of this task, at most 64 characters, never used again; a node that is entered again opens a
 *     new task with another id
 * @param offboarding whose run it belongs to
 * @param node id of its node in the flow's BPMN file
 * @param step what has to be done
 * @param office who does it
 * @param outcomes the words of which {@link FlowRuns#complete} takes one, never empty; {@link #DONE} alone where the
 *     flow asks nothing
 * @param dueHours hours of working time in which it should be done, null where the flow says none
 */
public record FlowTask(
        String id,
        UUID offboarding,
        String node,
        FlowStep step,
        FlowOffice office,
        Set<String> outcomes,
        @Nullable Integer dueHours) {
    /** The outcome of a task that has only one. */
    public static final String DONE = "done";

    /** Copies the outcomes. */
    public FlowTask {
        outcomes = Set.copyOf(outcomes);
    }
}
