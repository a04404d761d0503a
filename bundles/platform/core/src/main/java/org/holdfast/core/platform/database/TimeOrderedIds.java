package org.holdfast.core.platform.database;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids that rise with time, so that rows written together lie together in an index. Form of version 7 of RFC 9562: 48
 * bits of milliseconds, 12 bits of a counter, 62 random bits drawn once. Safe for use from many threads.
 */
public final class TimeOrderedIds {
    private static final int COUNTER_BITS = 12;
    private static final long COUNTER_MASK = (1L << COUNTER_BITS) - 1;
    private static final long VERSION = 0x7000L;

    private final Clock clock;
    private final AtomicLong last = new AtomicLong();
    private final long tail = (new SecureRandom().nextLong() >>> 2) | Long.MIN_VALUE;

    /**
     * Creates a source of ids.
     *
     * @param clock tells the time
     */
    public TimeOrderedIds(Clock clock) {
        this.clock = clock;
    }

    /**
     * Returns an id greater than all before.
     *
     * @return a new id
     */
    public UUID next() {
        long now = clock.millis() << COUNTER_BITS;
        long step = last.updateAndGet(before -> Math.max(before + 1, now));
        return new UUID((step >>> COUNTER_BITS << 16) | VERSION | (step & COUNTER_MASK), tail);
    }
}
