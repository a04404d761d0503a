package org.holdfast.core.intake;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.holdfast.api.HoldfastException;
import org.holdfast.core.protection.CurrentKeyRing;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on with imports that were cut off as soon as the key ring is open, and looks into the inbox once a second.
 *
 * <p>A sealed server waits: nothing personal can be written, so nothing is taken in.
 */
@ApplicationScoped
public class IntakeClock {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeClock.class);

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService timer;

    @Inject
    private Imports imports;

    @Inject
    private InboxWatch inbox;

    @Inject
    private CurrentKeyRing keyRing;

    private @Nullable ScheduledFuture<?> ticking;
    private boolean resumed;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        ticking = timer.scheduleWithFixedDelay(this::tick, 1, 1, TimeUnit.SECONDS);
    }

    private void tick() {
        try {
            keyRing.requireOpen();
        } catch (HoldfastException e) {
            return;
        }
        try {
            if (!resumed) {
                imports.resumeUnfinished();
                resumed = true;
            }
            inbox.look();
        } catch (HoldfastException e) {
            LOG.warn("The inbox could not be looked into: {}", e.getMessage());
        }
    }

    @PreDestroy
    void end() {
        if (ticking != null) {
            ticking.cancel(false);
        }
    }
}
