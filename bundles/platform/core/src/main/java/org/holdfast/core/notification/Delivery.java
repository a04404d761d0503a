package org.holdfast.core.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * A mail, or a message of another channel, that waits for its turn.
 *
 * @param id its id, by which the other side can tell a second copy
 * @param account whom it is for
 * @param channel code of the channel
 * @param attempts how often it was tried
 * @param createdAt since when it waits
 */
record Delivery(UUID id, UUID account, String channel, int attempts, Instant createdAt) {

    /** How far it has come. */
    enum State {
        /** It is tried when its time comes. */
        WAITING,
        /** The other side has taken it. */
        DELIVERED,
        /** The other side refused it for good, or it was tried for most of a day. */
        GIVEN_UP,
        /** What it was to tell is over or was read, or there is no account any more. */
        NEEDLESS
    }
}
