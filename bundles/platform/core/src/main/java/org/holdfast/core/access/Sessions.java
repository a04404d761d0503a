package org.holdfast.core.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sessions of browsers. Behind an interface, because several nodes will have to share them. */
interface Sessions {

    /** Opens a session under a new id. */
    Session open(UUID accountId, Client client);

    /** Opens a session under a new id in place of one that has just ended, so that an open page can go on writing. */
    Session renew(Session before);

    /** Finds a session and counts it as used. */
    Optional<Session> find(String id);

    /**
     * Finds a session that was ended before its time, so that the audit log tells whose it was when somebody shows it again. It
     * is remembered until it would have ended by itself.
     */
    Optional<Session> former(String id);

    /** Returns the sessions of an account, the latest first; none of them counts as used by that. */
    List<Open> of(UUID accountId);

    /** Ends a session; nothing happens where there is none. */
    void close(String id);

    /** Ends a session of an account; false where the account has none of that name. */
    boolean close(UUID accountId, UUID handle);

    /** Ends all sessions of an account. */
    void closeAll(UUID accountId);

    /** Ends all sessions of an account but one. */
    void closeOthers(UUID accountId, UUID handle);

    /**
     * A session that is open.
     *
     * @param session the session
     * @param lastUsed when it was last used
     */
    record Open(Session session, Instant lastUsed) {}
}
