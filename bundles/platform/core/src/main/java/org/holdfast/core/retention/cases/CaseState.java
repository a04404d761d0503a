package org.holdfast.core.retention.cases;

import java.util.Arrays;
import java.util.Optional;

/** How far a case has come. */
public enum CaseState {
    /** Nobody has talked yet: the clock runs. */
    WAITING("waiting"),
    /** Somebody has talked: the clock stands. */
    TALKED("talked"),
    /** Its alert is closed. */
    CLOSED("closed");

    private final String code;

    CaseState(String code) {
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

    static Optional<CaseState> ofCode(String code) {
        return Arrays.stream(values()).filter(state -> state.code.equals(code)).findFirst();
    }
}
