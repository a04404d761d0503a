package org.holdfast.core.access;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says whether a browser's session goes on, without counting that as its use. Safe for use from many threads. */
public final class SessionWatch {
    /** Name of the session's cookie. */
    public static final String COOKIE = SessionResource.COOKIE;

    private final Sessions sessions;

    SessionWatch(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * A session that is watched.
     *
     * @param account whose it is
     * @param handle what it is called
     */
    public record Watched(UUID account, UUID handle) {}

    /**
     * Finds the caller's session.
     *
     * @param caller who calls
     * @param cookie the cookie's value; null where none was sent
     * @return the session; empty for machines
     */
    public Optional<Watched> of(Caller caller, @Nullable String cookie) {
        return Optional.ofNullable(cookie)
                .flatMap(sessions::find)
                .filter(session -> session.accountId().toString().equals(caller.id()))
                .map(session -> new Watched(session.accountId(), session.handle()));
    }

    /**
     * Says whether a session goes on.
     *
     * @param watched the session
     * @return false once somebody signed out or ended it, or its time was over
     */
    public boolean goesOn(Watched watched) {
        return sessions.of(watched.account()).stream()
                .anyMatch(open -> open.session().handle().equals(watched.handle()));
    }
}
