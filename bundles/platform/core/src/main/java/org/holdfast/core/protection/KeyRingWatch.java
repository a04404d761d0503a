package org.holdfast.core.protection;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.holdfast.core.platform.jobs.Attempt;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks once a second whether the key ring is open, and tells the rooms each time it opens or closes. */
@ApplicationScoped
public class KeyRingWatch {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRingWatch.class);

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService timer;

    @Inject
    private CurrentKeyRing keyRing;

    @Inject
    @Any
    private Event<Object> events;

    @Inject
    private Clock clock;

    private @Nullable ScheduledFuture<?> looking;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        KeyRingTurns turns = new KeyRingTurns(keyRing, clock, this::tell);
        looking = timer.scheduleWithFixedDelay(turns::look, 0, 1, TimeUnit.SECONDS);
    }

    private void tell(Object turn) {
        LOG.info("The key ring is {}", turn instanceof KeyRingOpened ? "open" : "closed: the server is sealed");
        Attempt.of(() -> events.fire(turn))
                .ifPresent(
                        failure -> LOG.error("Not every room could follow the key ring ({})", Attempt.name(failure)));
    }

    @PreDestroy
    void end() {
        if (looking != null) {
            looking.cancel(false);
        }
    }
}
