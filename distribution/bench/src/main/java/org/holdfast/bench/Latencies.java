package org.holdfast.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** How long calls took, by kind, from sending to the last byte; safe for use from many threads. */
final class Latencies {
    private static final double LAST = 0.95;

    private final Map<String, Queue<Double>> millis = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
    private final AtomicBoolean counting = new AtomicBoolean();

    /** From now on calls count; until then the server was warming up. */
    void count() {
        counting.set(true);
    }

    void end() {
        counting.set(false);
    }

    void add(String call, long nanos, int status) {
        if (counting.get()) {
            millis.computeIfAbsent(call, key -> new ConcurrentLinkedQueue<>()).add(nanos / 1e6);
            if (status < 200 || status >= 300) {
                failures.computeIfAbsent(call + " " + status, key -> new AtomicInteger())
                        .incrementAndGet();
            }
        }
    }

    /** Prints a row for each kind of call, and one for all. */
    void report(String what, double seconds) {
        millis.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(kind -> Report.row(what + ": " + kind.getKey(), figures(kind.getValue().stream())));
        Report.row(what + ": all calls", figures(millis.values().stream().flatMap(Queue::stream)) + rate(seconds));
        failures.forEach((call, times) -> Report.row(what + ": refused " + call, times + " times"));
    }

    private String rate(double seconds) {
        long all = millis.values().stream().mapToLong(Queue::size).sum();
        int failed = failures.values().stream().mapToInt(AtomicInteger::get).sum();
        return String.format(Locale.ROOT, "; %.0f calls a second, %d of %d refused", all / seconds, failed, all);
    }

    private static String figures(Stream<Double> all) {
        List<Double> sorted = all.sorted().toList();
        return String.format(
                Locale.ROOT,
                "%,d calls: median %.0f ms, 95 %% within %.0f ms, at most %.0f ms",
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get((int) (LAST * (sorted.size() - 1))),
                sorted.get(sorted.size() - 1));
    }
}
