package org.holdfast.core.protection.rights;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a request has come. */
public enum RequestState {
    /** Received and not answered. */
    OPEN,
    /** Not answered, and the person was told why it takes longer. */
    EXTENDED,
    /** Granted. */
    FULFILLED,
    /** Refused, with reasons and remedies. */
    REFUSED,
    /** Taken back by the person. */
    WITHDRAWN;

    /**
     * Returns the word used in the API.
     *
     * @return the code, in lower case
     */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns whether somebody still has to answer.
     *
     * @return true for open and extended
     */
    public boolean pending() {
        return this == OPEN || this == EXTENDED;
    }

    static Optional<RequestState> ofCode(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
