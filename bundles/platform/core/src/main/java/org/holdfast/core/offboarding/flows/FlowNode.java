package org.holdfast.core.offboarding.flows;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A node of a flow.
 *
 * @param id its id in the file
 * @param kind what it is
 * @param line where it stands
 * @param task what a person has to do there, null for all but tasks
 * @param timer what a timer waits for, null for all but timers
 */
record FlowNode(
        String id,
        Kind kind,
        int line,
        @Nullable Task task,
        @Nullable Timer timer) {

    enum Kind {
        START,
        END,
        TASK,
        EXCLUSIVE,
        PARALLEL,
        INCLUSIVE,
        WAIT,
        BOUNDARY
    }

    record Task(FlowStep step, FlowOffice office, @Nullable Integer dueHours) {}

    /**
     * A timer.
     *
     * @param length how long it waits
     * @param host the task it watches, empty where the run itself waits
     * @param interrupting whether the task closes when it comes
     */
    record Timer(Duration length, String host, boolean interrupting) {}

    boolean isTask() {
        return kind == Kind.TASK;
    }

    /** Whether a token moves on from it by itself and at once. */
    boolean isGateway() {
        return kind == Kind.EXCLUSIVE || kind == Kind.PARALLEL || kind == Kind.INCLUSIVE;
    }

    boolean interrupts() {
        return timer != null && timer.interrupting();
    }

    String host() {
        return timer == null ? "" : timer.host();
    }
}
