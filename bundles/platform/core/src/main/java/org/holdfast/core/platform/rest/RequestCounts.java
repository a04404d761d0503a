package org.holdfast.core.platform.rest;

import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts the answers of the server by status. Safe for use from many threads. */
public final class RequestCounts {
    private final Map<Integer, LongAdder> byStatus = new ConcurrentSkipListMap<>();
    private final LongAdder nanoseconds = new LongAdder();

    void count(int status, long tookNanoseconds) {
        byStatus.computeIfAbsent(status, any -> new LongAdder()).increment();
        nanoseconds.add(tookNanoseconds);
    }

    Map<Integer, LongAdder> byStatus() {
        return byStatus;
    }

    double seconds() {
        return nanoseconds.sum() / 1e9;
    }
}
