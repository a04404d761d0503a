package org.holdfast.core.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;

/**
 * How often somebody may call: a bucket of tokens for each (the token bucket of RFC 2697), which holds a minute's calls and
 * fills up again evenly. What is kept is bounded: of those who call, the ones whose last call is longest ago are forgotten,
 * and begin anew with a full bucket. Safe for use from many threads.
 */
final class CallLimits {
    /** Some hundred bytes each. */
    private static final int MOST_KEPT = 20_000;

    private static final long NANOS_OF_A_SECOND = 1_000_000_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final int perMinute;
    private final TimeMeter time;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75F, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MOST_KEPT;
        }
    };

    /**
     * Creates the limit.
     *
     * @param perMinute calls in a minute; 0 for no limit
     */
    CallLimits(int perMinute, Clock clock) {
        this.perMinute = perMinute;
        this.time = new ClockTime(clock);
    }

    /** The server's clock as bucket4j reads it. */
    private record ClockTime(Clock clock) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            Instant now = clock.instant();
            return now.getEpochSecond() * NANOS_OF_A_SECOND + now.getNano();
        }

        @Override
        public boolean isWallClockBased() {
            return true;
        }
    }

    /**
     * Counts a call.
     *
     * @param who whose bucket it is taken from
     * @throws RestException with status 429 and the seconds to wait, where the bucket is empty
     */
    void count(String who) {
        if (perMinute > 0) {
            ConsumptionProbe taken = bucket(who).tryConsumeAndReturnRemaining(1);
            if (!taken.isConsumed()) {
                throw tooMany(taken.getNanosToWaitForRefill());
            }
        }
    }

    private static RestException tooMany(long nanos) {
        long seconds = (nanos + NANOS_OF_A_SECOND - 1) / NANOS_OF_A_SECOND;
        return RestException.later(RestError.TOO_MANY_REQUESTS, "Too many calls: wait and try again.", seconds);
    }

    private Bucket bucket(String who) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(
                    who,
                    any -> Bucket.builder()
                            .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                            .withCustomTimePrecision(time)
                            .build());
        }
    }

    /** How many are remembered. */
    int kept() {
        synchronized (buckets) {
            return buckets.size();
        }
    }
}
