package org.holdfast.core.privacy.breach;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How far a breach has come. */
enum State {
    /** Authority or people have not been told, nor is it said why they need not be. */
    OPEN,
    /** Both have been told, or it is said why not. */
    NOTIFIED,
    /** What was learnt is written down; it stays as it is. */
    CLOSED;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<State> ofCode(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst();
    }
}
