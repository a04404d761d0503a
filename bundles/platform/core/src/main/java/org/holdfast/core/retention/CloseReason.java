package org.holdfast.core.retention;

import java.util.Arrays;
import java.util.Optional;

/** Why an alert is done with. */
public enum CloseReason {
    /** Somebody has talked with the person. */
    TALKED("talked"),
    /** There is nothing to do. */
    NO_ACTION("noAction"),
    /** The alert rests on wrong data. */
    WRONG_DATA("wrongData"),
    /** The person has left. */
    LEFT("left");

    private final String code;

    CloseReason(String code) {
        this.code = code;
    }

    /**
     * Returns the word used in the API.
     *
     * @return the code, in camel case
     */
    public String code() {
        return code;
    }

    /**
     * Finds a reason by its code.
     *
     * @param code the word used in the API
     * @return the reason, or empty where there is none
     */
    public static Optional<CloseReason> ofCode(String code) {
        return Arrays.stream(values())
                .filter(reason -> reason.code.equals(code))
                .findFirst();
    }
}
