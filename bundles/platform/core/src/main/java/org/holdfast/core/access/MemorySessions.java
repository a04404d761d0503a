package org.holdfast.core.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.core.platform.rest.Fingerprints;

/**
 * Sessions of one node, in memory: they end after 30 minutes without use, 8 hours after log-in, and with the process.
 * Safe for use from many threads.
 */
final class MemorySessions implements Sessions {
    private static final Duration IDLE = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(8);

    private final Clock clock;
    private final Map<String, Used> byFingerprint = new ConcurrentHashMap<>();

    MemorySessions(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Session open(UUID accountId) {
        return keep(accountId, Secrets.next());
    }

    @Override
    public Session renew(Session before) {
        close(before.id());
        return keep(before.accountId(), before.csrfToken());
    }

    private Session keep(UUID accountId, String csrfToken) {
        Instant now = clock.instant();
        byFingerprint.values().removeIf(used -> isOver(used, now));
        Session session = new Session(Secrets.next(), accountId, csrfToken, now);
        byFingerprint.put(Fingerprints.sha256(session.id()), new Used(session, now));
        return session;
    }

    @Override
    public Optional<Session> find(String id) {
        Instant now = clock.instant();
        Used used = byFingerprint.computeIfPresent(
                Fingerprints.sha256(id), (key, found) -> isOver(found, now) ? null : new Used(found.session, now));
        return Optional.ofNullable(used).map(Used::session);
    }

    @Override
    public void close(String id) {
        byFingerprint.remove(Fingerprints.sha256(id));
    }

    @Override
    public void closeAll(UUID accountId) {
        byFingerprint.values().removeIf(used -> used.session.accountId().equals(accountId));
    }

    private static boolean isOver(Used used, Instant now) {
        return !now.isBefore(used.latest.plus(IDLE))
                || !now.isBefore(used.session.began().plus(LONGEST));
    }

    private record Used(Session session, Instant latest) {}
}
