package org.holdfast.core.notification;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.holdfast.core.platform.jobs.Attempt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets live bells be told every two seconds, and ends their streams with the server. */
@ApplicationScoped
public class LiveRounds {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRounds.class);
    private static final int SECONDS = 2;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService timer;

    @Inject
    private LiveBells bells;

    private @Nullable Future<?> rounds;

    synchronized void begin(@Observes @Initialized(ApplicationScoped.class) Object event) {
        rounds = timer.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    /** A database that is away for a while must not end the looks. */
    private void look() {
        Attempt.of(bells::tick)
                .ifPresent(failure -> LOG.warn("Live bells could not be told: {}", Attempt.name(failure)));
    }

    @PreDestroy
    synchronized void end() {
        if (rounds != null) {
            rounds.cancel(false);
        }
        bells.close();
    }
}
