package org.holdfast.core.offboarding.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.offboarding.flows.FlowOffice;
import org.holdfast.core.offboarding.flows.FlowStep;
import org.jspecify.annotations.Nullable;

/**
 * Something an office has to do in a case.
 *
 * @param id id of the task in the flow
 * @param of whose case it belongs to
 * @param what what is to be done
 * @param clock since when and until when
 * @param state how far it is
 */
record OffboardingTask(String id, Of of, What what, Clock clock, State state) {

    /** How far a task is. */
    enum State {
        /** It waits for its office. */
        OPEN("open"),
        /** Somebody did it. */
        DONE("done"),
        /** The case went another way before it was done. */
        CANCELLED("cancelled");

        private final String code;

        State(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static State ofCode(String code) {
            for (State one : values()) {
                if (one.code.equals(code)) {
                    return one;
                }
            }
            throw new IllegalArgumentException("There is no state " + code);
        }
    }

    /**
     * Whose case it belongs to.
     *
     * @param caseId the case
     * @param subsidiaryId the subsidiary of who leaves
     * @param personId who leaves
     */
    record Of(UUID caseId, UUID subsidiaryId, UUID personId) {}

    /**
     * What is to be done.
     *
     * @param node id of the node in the flow
     * @param step what kind of step it is
     * @param office who has to do it
     * @param outcomes how it can end, by closed words; never empty
     */
    record What(String node, FlowStep step, FlowOffice office, Set<String> outcomes) {

        /** Copies the outcomes. */
        What {
            outcomes = Set.copyOf(outcomes);
        }
    }

    /**
     * Since when and until when.
     *
     * @param openedAt when it came to its office
     * @param dueOn the last day for it, in the subsidiary
     * @param closedAt when it was done or cancelled, null before
     */
    record Clock(
            Instant openedAt, LocalDate dueOn, @Nullable Instant closedAt) {}

    boolean open() {
        return state == State.OPEN;
    }

    boolean overdue(LocalDate today) {
        return open() && clock.dueOn().isBefore(today);
    }
}
