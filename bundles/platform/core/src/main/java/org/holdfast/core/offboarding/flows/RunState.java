package org.holdfast.core.offboarding.flows;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is.
 *
 * @param flow key of its flow
 * @param version number of the flow's version
 * @param course whether it still goes on
 * @param nodes the tasks, events and gateways of the flow in the order of its file
 */
public record RunState(String flow, int version, Course course, List<Node> nodes) {

    /** Copies the nodes. */
    public RunState {
        nodes = List.copyOf(nodes);
    }

    /** Whether a run goes on. */
    public enum Course {
        /** Some task or timer is open. */
        RUNNING,
        /** It came to its end. */
        ENDED,
        /** It was cancelled. */
        CANCELLED
    }

    /** How far a node is. */
    public enum Progress {
        /** The run has not come to it, or has gone another way. */
        WAITING,
        /** The run stands at it. */
        ACTIVE,
        /** The run has passed it. */
        DONE
    }

    /**
     * A node; where the run came to it several times, the latest.
     *
     * @param id its id in the flow's BPMN file
     * @param progress how far it is
     * @param since when the run came to it, null while it waits
     * @param until when the run left it, null before
     */
    public record Node(
            String id,
            Progress progress,
            @Nullable Instant since,
            @Nullable Instant until) {}
}
