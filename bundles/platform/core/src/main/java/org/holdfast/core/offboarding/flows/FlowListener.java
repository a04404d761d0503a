package org.holdfast.core.offboarding.flows;

import java.util.UUID;

/**
 * Is told what runs do: the room of cases implements it and keeps its own table of tasks. Called on the thread and in
 * the transaction of whatever moved the run, after the engine has written its own rows, in the order in which things
 * happened; what it throws rolls the whole move back. It may call {@link FlowRuns} again.
 */
public interface FlowListener {

    /**
     * A task opened.
     *
     * @param task the task
     */
    void opened(FlowTask task);

    /**
     * A task closed.
     *
     * @param taskId as {@link FlowTask#id}
     * @param cancelled true where nobody completed it: the run was cancelled, or a timer took another way
     */
    void closed(String taskId, boolean cancelled);

    /**
     * A run came to its end, all its tasks done. Not called for a run that was cancelled.
     *
     * @param offboarding whose run
     */
    void ended(UUID offboarding);
}
