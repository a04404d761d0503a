package org.holdfast.core.offboarding.flows;

import java.util.UUID;

/**
 * Starts, moves and shows runs of flows, one run for each offboarding. Safe for use from many threads and nodes: moves
 * of one run come one after the other, a second waits for the first. Every call joins the transaction under way, or has
 * one of its own where there is none.
 */
public interface FlowRuns {

    /**
     * Starts a run of the newest published version of the flow that a subsidiary uses.
     *
     * @param subsidiary the subsidiary's code
     * @param offboarding random id of the offboarding
     * @return what was started
     * @throws org.holdfast.core.platform.rest.RestException {@link FlowError#FLOW_RUNNING} where it has a run that goes on or
     *     ended, 404 where there is no such subsidiary
     */
    StartedRun start(String subsidiary, UUID offboarding);

    /**
     * Completes a task: the run goes on from it.
     *
     * @param taskId as {@link FlowTask#id}
     * @param outcome one of {@link FlowTask#outcomes}
     * @throws org.holdfast.core.platform.rest.RestException {@link FlowError#FLOW_TASK_CLOSED} where it is open no longer or
     *     never was, {@link FlowError#FLOW_OUTCOME} where the task does not know the outcome
     */
    void complete(String taskId, String outcome);

    /**
     * Ends a run before its end and closes its open tasks; does nothing where none goes on. A cancelled offboarding may
     * be started again.
     *
     * @param offboarding the offboarding
     */
    void cancel(UUID offboarding);

    /**
     * Forgets a run and all that is known of it, as when its case is erased. Its open tasks are closed as cancelled.
     *
     * @param offboarding the offboarding
     */
    void forget(UUID offboarding);

    /**
     * Tells how far a run is.
     *
     * @param offboarding the offboarding
     * @return its state
     * @throws org.holdfast.core.platform.rest.RestException 404 where it has no run
     */
    RunState state(UUID offboarding);

    /**
     * Returns the diagram of a run.
     *
     * @param offboarding the offboarding
     * @return the BPMN 2.0 XML of the run's own version, with its diagram interchange
     * @throws org.holdfast.core.platform.rest.RestException 404 where it has no run
     */
    String diagram(UUID offboarding);
}
