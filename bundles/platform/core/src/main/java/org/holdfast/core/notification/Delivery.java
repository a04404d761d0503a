package org.holdfast.core.notification;

import java.util.UUID;

/**
 * A mail that waits for its turn.
 *
 * @param id its id, which its Message-ID holds at each attempt
 * @param account whom it is for
 * @param attempts how often it was tried
 */
record Mail(UUID id, UUID account, int attempts) {

    /** How far a mail has come. */
    enum State {
        /** It is tried when its time comes. */
        WAITING,
        /** A mail server has taken it. */
        DELIVERED,
        /** The mail server refused it for good, or it was tried for most of a day. */
        GIVEN_UP,
        /** What it was to tell is over or was read, or there is no account any more. */
        NEEDLESS
    }
}
