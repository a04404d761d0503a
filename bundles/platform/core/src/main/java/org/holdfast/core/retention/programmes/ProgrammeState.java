package org.holdfast.core.retention.programmes;

import java.util.Arrays;
import java.util.Optional;

/** How far a programme has come. */
enum ProgrammeState {
    /** It is being written. */
    DRAFT("draft"),
    /** Somebody is asked to approve it. */
    SUBMITTED("submitted"),
    /** It is approved and can be started. */
    APPROVED("approved"),
    /** It has a cohort and is carried out. */
    RUNNING("running"),
    /** It was carried out. */
    FINISHED("finished"),
    /** Nothing more is done. */
    CANCELLED("cancelled");

    private final String code;

    ProgrammeState(String code) {
        this.code = code;
    }

    /** Returns the word used in the database and the API. */
    String code() {
        return code;
    }

    /** Says whether nothing changes any more. */
    boolean over() {
        return this == FINISHED || this == CANCELLED;
    }

    static Optional<ProgrammeState> ofCode(String code) {
        return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
    }
}
