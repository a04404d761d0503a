package org.holdfast.core.offboarding.events;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BooleanSupplier;
import org.holdfast.core.platform.jobs.Attempt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has each target served on a thread of its own: one that is slow holds up nobody but itself. While the key ring is not open, nothing
 * is sent. Safe for use from many threads and servers.
 */
final class Dispatch implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);

    private final DeliveryRound round;
    private final Executor executor;
    private final BooleanSupplier open;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

    Dispatch(DeliveryRound round, Executor executor, BooleanSupplier open) {
        this.round = round;
        this.executor = executor;
        this.open = open;
    }

    @Override
    public void run() {
        if (open.getAsBoolean()) {
            tried(() -> round.due().forEach(this::begin));
        }
    }

    /** Forgets what is over. */
    void tidy() {
        if (open.getAsBoolean()) {
            tried(round::tidy);
        }
    }

    private void begin(UUID target) {
        if (underWay.add(target)) {
            try {
                executor.execute(() -> serve(target));
            } catch (RejectedExecutionException e) {
                // No thread is free, or the server ends: another look comes.
                underWay.remove(target);
            }
        }
    }

    private void serve(UUID target) {
        tried(() -> round.run(target));
        underWay.remove(target);
    }

    private static void tried(Runnable work) {
        Attempt.of(work)
                .ifPresent(failure ->
                        LOG.warn("Events could not be sent ({}); the next look tries again", Attempt.name(failure)));
    }
}
