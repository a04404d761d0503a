package org.holdfast.launcher.shred;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * Somebody whose key was destroyed.
 *
 * @param subsidiaryId the subsidiary
 * @param personId random id of the person, which leads to nothing any more
 * @param at when
 */
public record Shredded(UUID subsidiaryId, UUID personId, Instant at) {

    /** Checks that everything is there. */
    public Shredded {
        Objects.requireNonNull(subsidiaryId, "subsidiaryId");
        Objects.requireNonNull(personId, "personId");
        Objects.requireNonNull(at, "at");
    }
}
