package org.holdfast.core.retention.plans;

import java.util.Arrays;
import java.util.Optional;

/** How far a plan has come. */
enum PlanState {
    /** It is being written. */
    DRAFT("draft"),
    /** Somebody is asked to approve it. */
    SUBMITTED("submitted"),
    /** It is approved and carried out. */
    APPROVED("approved"),
    /** Nothing more is done: the case is closed, or the person has left or decided. */
    STOPPED("stopped");

    private final String code;

    PlanState(String code) {
        this.code = code;
    }

    /** Returns the word used in the database and the API. */
    String code() {
        return code;
    }

    static Optional<PlanState> ofCode(String code) {
        return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
    }
}
