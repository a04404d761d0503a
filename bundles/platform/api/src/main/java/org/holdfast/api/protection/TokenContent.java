package org.holdfast.api.protection;

import java.util.List;
import java.util.Objects;

/**
 * What a token showed when it was looked into.
 *
 * @param state {@code OPEN} where it let us in; {@code ABSENT} where it or its library is not there, {@code LOCKED} where it
 *     refused the PIN
 * @param roots identities of the root keys in it, in no order; empty where it did not let us in
 */
public record TokenContent(KeyRingState state, List<String> roots) {

    /** Copies the identities. */
    public TokenContent {
        Objects.requireNonNull(state, "state");
        roots = List.copyOf(roots);
    }
}
