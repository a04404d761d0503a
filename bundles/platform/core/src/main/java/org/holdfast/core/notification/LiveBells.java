package org.holdfast.core.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.holdfast.core.access.SessionWatch.Watched;
import org.holdfast.core.platform.jobs.Attempt;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bells that are told live, each by a stream of server-sent events. One timer looks for all of them, so that no stream holds a
 * thread. Safe for use from many threads.
 */
final class LiveBells implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveBells.class);
    private static final int MOST_PER_SESSION = 4;
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final int SECONDS_TO_WAIT = 30;

    private final Function<Set<UUID>, Map<UUID, BellState>> states;
    private final Predicate<Watched> goesOn;
    private final Clock clock;
    private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
    private final AtomicLong opened = new AtomicLong();
    private volatile boolean ended;

    /**
     * Creates it without streams.
     *
     * @param states reads how bells stand
     * @param goesOn says whether a session goes on
     * @param clock tells the time
     */
    LiveBells(Function<Set<UUID>, Map<UUID, BellState>> states, Predicate<Watched> goesOn, Clock clock) {
        this.states = states;
        this.goesOn = goesOn;
        this.clock = clock;
    }

    /** A stream to one browser. */
    interface Line {

        /** Says whether the browser is known to be gone. */
        boolean closed();

        /** Sends an event. */
        void send(BellState state);

        /** Sends something that browsers pass over, so that proxies keep the line open, and a dead one shows. */
        void beat();

        /** Ends the stream. */
        void close();
    }

    /** A line with how far it was told. Its methods are called one after another. */
    private static final class Listener {
        private final long number;
        private final Watched session;
        private final Line line;
        private String told;
        private Instant lastSent;
        private volatile boolean surplus;

        Listener(long number, Watched session, Line line, String told, Instant lastSent) {
            this.number = number;
            this.session = session;
            this.line = line;
            this.told = told;
            this.lastSent = lastSent;
        }

        synchronized void tell(BellState state, Instant now) {
            if (!state.id().equals(told)) {
                line.send(state);
                told = state.id();
                lastSent = now;
            } else if (!lastSent.plus(HEARTBEAT).isAfter(now)) {
                line.beat();
                lastSent = now;
            }
        }
    }

    /**
     * Opens a stream: it is told how the bell stands at once, unless the browser has seen just that before its line broke. Of a
     * session that has as many streams as it may, the oldest ends at the next look.
     *
     * @param session the browser's session
     * @param lastSeen id of the last event the browser has seen; null for none
     * @param line the stream
     * @throws RestException with status 429 where the server is stopping
     */
    void open(Watched session, @Nullable String lastSeen, Line line) {
        BellState state = states.apply(Set.of(session.account())).getOrDefault(session.account(), BellState.EMPTY);
        Listener listener =
                new Listener(opened.incrementAndGet(), session, line, lastSeen == null ? "" : lastSeen, Instant.EPOCH);
        requireGoingOn();
        // By the request's own thread, before any look can: what is written first begins the answer, which needs the
        // request around it.
        // It is a beat where there is nothing to tell.
        listener.tell(state, clock.instant());
        synchronized (this) {
            if (!ended) {
                listeners.add(listener);
                markOldest(session);
                return;
            }
        }
        line.close();
    }

    private void requireGoingOn() {
        if (ended) {
            throw RestException.later(
                    RestError.TOO_MANY_REQUESTS, "The server is stopping: no stream is opened.", SECONDS_TO_WAIT);
        }
    }

    /**
     * A page that is loaded again leaves a line behind, which shows as broken only at the next beat: the newest ones count. The
     * others end at the next look, not here: to end the answer to one request within another takes this one's contexts away.
     */
    private void markOldest(Watched session) {
        List<Listener> open = listeners.stream()
                .filter(one -> one.session.equals(session) && !one.surplus && !one.line.closed())
                .sorted(Comparator.comparingLong(one -> -one.number))
                .toList();
        open.stream().skip(MOST_PER_SESSION).forEach(one -> one.surplus = true);
    }

    /** Tells what has changed, ends streams whose session has ended, and keeps the others open. */
    void tick() {
        for (Listener one : listeners) {
            if (one.line.closed() || one.surplus || !goesOn.test(one.session)) {
                end(one);
            }
        }
        Set<UUID> accounts =
                listeners.stream().map(one -> one.session.account()).collect(Collectors.toSet());
        if (accounts.isEmpty()) {
            return;
        }
        Map<UUID, BellState> found = states.apply(accounts);
        Instant now = clock.instant();
        // One that came meanwhile was told by itself.
        listeners.stream()
                .filter(one -> accounts.contains(one.session.account()))
                .forEach(one -> tell(one, found.getOrDefault(one.session.account(), BellState.EMPTY), now));
    }

    /** A line that broke must not keep news from the others: it ends, and its browser comes back by itself. */
    private void tell(Listener one, BellState state, Instant now) {
        Attempt.of(() -> one.tell(state, now)).ifPresent(broken -> end(one));
    }

    /** Returns how many streams are open. */
    int count() {
        return listeners.size();
    }

    private void end(Listener one) {
        listeners.remove(one);
        Attempt.of(one.line::close).ifPresent(broken -> LOG.debug("A line was broken already"));
    }

    /** Ends all streams, and opens no more. */
    @Override
    public void close() {
        synchronized (this) {
            ended = true;
        }
        listeners.forEach(this::end);
    }
}
