package org.holdfast.core.platform.jobs;

import java.util.Collection;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Recurring jobs that go on while the key ring is open; once a minute it looks for new instances and changed times. Safe for
 * use from many threads.
 */
public final class KeptJobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptJobs.class);
    private static final long LOOK_SECONDS = 60;

    private final Supplier<RecurringJobs> starter;
    private final Supplier<Collection<String>> instances;
    private final ScheduledExecutorService timer;
    private @Nullable RecurringJobs jobs;
    private @Nullable ScheduledFuture<?> looking;

    /**
     * Creates it; nothing begins yet.
     *
     * @param starter starts the jobs, at the first {@link #begin}
     * @param instances returns the instances there are
     * @param timer looks once a minute
     */
    public KeptJobs(
            Supplier<RecurringJobs> starter, Supplier<Collection<String>> instances, ScheduledExecutorService timer) {
        this.starter = starter;
        this.instances = instances;
        this.timer = timer;
    }

    /** Begins, or goes on after {@link #rest}. */
    public synchronized void begin() {
        if (jobs == null) {
            jobs = starter.get();
        } else {
            jobs.resume();
        }
        looking = timer.scheduleWithFixedDelay(this::look, 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    /** Does no more instances until {@link #begin}; one under way goes on. */
    public synchronized void rest() {
        if (looking != null) {
            looking.cancel(false);
        }
        if (jobs != null) {
            jobs.pause();
        }
    }

    private void look() {
        RecurringJobs kept = jobs();
        if (kept != null) {
            Attempt.of(() -> kept.keep(instances.get()))
                    .ifPresent(failure ->
                            LOG.warn("The nights could not be planned ({}); tried again", Attempt.name(failure)));
        }
    }

    private synchronized @Nullable RecurringJobs jobs() {
        return jobs;
    }

    /** Ends; what is under way has ten seconds. */
    @Override
    public synchronized void close() {
        if (looking != null) {
            looking.cancel(false);
        }
        if (jobs != null) {
            jobs.close();
        }
    }
}
