package org.holdfast.core.retention.plans;

import java.util.Arrays;
import java.util.Optional;

/** How far an action has come: the columns of the board. */
enum ActionState {
    /** Nobody has begun. */
    TODO("todo"),
    /** Somebody is at it. */
    DOING("doing"),
    /** It is done. */
    DONE("done"),
    /** It will not be done. */
    DROPPED("dropped");

    private final String code;

    ActionState(String code) {
        this.code = code;
    }

    /** Returns the word used in the database and the API. */
    String code() {
        return code;
    }

    /** Says whether something is left to do. */
    boolean open() {
        return this == TODO || this == DOING;
    }

    static Optional<ActionState> ofCode(String code) {
        return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
    }
}
