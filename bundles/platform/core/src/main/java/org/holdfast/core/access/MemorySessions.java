package org.holdfast.core.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.holdfast.core.platform.rest.Fingerprints;

/**
 * Sessions of one node, in memory: they end after a time without use, after a time however busy, and with the process.
 * Safe for use from many threads.
 */
final class MemorySessions implements Sessions {
    private final Clock clock;
    private final Duration idle;
    private final Duration longest;
    private final Map<String, Open> byFingerprint = new ConcurrentHashMap<>();
    private final Map<String, Session> ended = new ConcurrentHashMap<>();

    /**
     * Creates it without any session.
     *
     * @param idle after how long without use one ends
     * @param longest after how long one ends, however busy
     */
    MemorySessions(Clock clock, Duration idle, Duration longest) {
        this.clock = clock;
        this.idle = idle;
        this.longest = longest;
    }

    @Override
    public Session open(UUID accountId, Client client) {
        return keep(accountId, Secrets.next(), client);
    }

    @Override
    public Session renew(Session before) {
        close(before.id());
        return keep(before.accountId(), before.csrfToken(), before.client());
    }

    private Session keep(UUID accountId, String csrfToken, Client client) {
        Instant now = clock.instant();
        byFingerprint.values().removeIf(open -> isOver(open, now));
        ended.values().removeIf(session -> isOver(session, now));
        Session session = new Session(Secrets.next(), UUID.randomUUID(), accountId, csrfToken, now, client);
        byFingerprint.put(Fingerprints.sha256(session.id()), new Open(session, now));
        return session;
    }

    @Override
    public Optional<Session> find(String id) {
        Instant now = clock.instant();
        Open used = byFingerprint.computeIfPresent(
                Fingerprints.sha256(id), (key, found) -> isOver(found, now) ? null : new Open(found.session(), now));
        return Optional.ofNullable(used).map(Open::session);
    }

    @Override
    public Optional<Session> former(String id) {
        return Optional.ofNullable(ended.get(Fingerprints.sha256(id)))
                .filter(session -> !isOver(session, clock.instant()));
    }

    @Override
    public List<Open> of(UUID accountId) {
        Instant now = clock.instant();
        return byFingerprint.values().stream()
                .filter(open -> open.session().accountId().equals(accountId) && !isOver(open, now))
                .sorted(Comparator.comparing(Open::lastUsed)
                        .reversed()
                        .thenComparing(open -> open.session().handle()))
                .toList();
    }

    @Override
    public void close(String id) {
        String known = Fingerprints.sha256(id);
        end((fingerprint, session) -> fingerprint.equals(known));
    }

    @Override
    public boolean close(UUID accountId, UUID handle) {
        return end(accountId, handle::equals);
    }

    @Override
    public void closeAll(UUID accountId) {
        end(accountId, handle -> true);
    }

    @Override
    public void closeOthers(UUID accountId, UUID handle) {
        end(accountId, other -> !other.equals(handle));
    }

    private boolean end(UUID accountId, Predicate<UUID> which) {
        return end((fingerprint, session) -> session.accountId().equals(accountId) && which.test(session.handle()));
    }

    private boolean end(BiPredicate<String, Session> which) {
        // By key, whatever became of the entry since: one that is used at this moment must end, too.
        boolean any = false;
        List<String> ending = byFingerprint.entrySet().stream()
                .filter(entry -> which.test(entry.getKey(), entry.getValue().session()))
                .map(Map.Entry::getKey)
                .toList();
        for (String fingerprint : ending) {
            Open open = byFingerprint.remove(fingerprint);
            if (open != null) {
                ended.put(fingerprint, open.session());
                any = true;
            }
        }
        return any;
    }

    private boolean isOver(Open open, Instant now) {
        return !now.isBefore(open.lastUsed().plus(idle)) || isOver(open.session(), now);
    }

    private boolean isOver(Session session, Instant now) {
        return !now.isBefore(session.began().plus(longest));
    }
}
