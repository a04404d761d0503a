package org.holdfast.core.retention;

import java.util.Arrays;
import java.util.Optional;

/** How far an alert has come. */
public enum AlertState {
    /** Nobody has taken it on. */
    OPEN("open"),
    /** Somebody has taken it on. */
    ACKNOWLEDGED("acknowledged"),
    /** It is done with; it stays on file. */
    CLOSED("closed");

    private final String code;

    AlertState(String code) {
        this.code = code;
    }

    /**
     * Returns the word used in the database and the API.
     *
     * @return the code
     */
    public String code() {
        return code;
    }

    /**
     * Finds a state by its code.
     *
     * @param code the word used in the database and the API
     * @return the state, or empty where there is none
     */
    public static Optional<AlertState> ofCode(String code) {
        return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
    }
}
