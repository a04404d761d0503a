package org.holdfast.core.offboarding.events;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to one target.
 *
 * @param id random id of the row
 * @param targetId the target
 * @param event the event
 * @param course how far it is
 */
record Delivery(UUID id, UUID targetId, CaseEvent event, Course course) {

    /** Whether anything is still done. */
    enum State {
        /** It is tried at its time. */
        WAITING,
        /** The target took it. */
        DELIVERED,
        /** It was tried for days and not taken; somebody has to send it again. What comes after it waits behind it. */
        PARKED
    }

    /**
     * How far it is.
     *
     * @param state whether anything is still done
     * @param attempts counts all attempts: who claims the next one raises it
     * @param tries failures since it was last begun
     * @param since when it was last begun
     * @param nextAt when it is tried next
     * @param triedAt when it was tried last, null for never
     * @param error code of why the last attempt failed, null where it did not
     */
    record Course(
            State state,
            int attempts,
            int tries,
            Instant since,
            Instant nextAt,
            @Nullable Instant triedAt,
            @Nullable String error) {}
}
