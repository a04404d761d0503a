package org.holdfast.core.access;

import java.util.Optional;
import java.util.UUID;

/** The sessions of browsers. Behind an interface, because several nodes will have to share them. */
interface Sessions {

    /** Opens a session under a new id. */
    Session open(UUID accountId);

    /** Opens a session under a new id in place of one that has just ended, so that an open page can go on writing. */
    Session renew(Session before);

    /** Finds a session and counts it as used. */
    Optional<Session> find(String id);

    /** Ends a session; nothing happens where there is none. */
    void close(String id);

    /** Ends all sessions of an account. */
    void closeAll(UUID accountId);
}
