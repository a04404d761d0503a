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
import org.holdfast.core.platform.jobs.Attempt;
import org.holdfast.core.protection.CurrentKeyRing;
import org.holdfast.core.protection.KeyRingOpened;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on with imports that were cut off, and looks into the inbox once a second while the key ring is open. */
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

    private @Nullable ScheduledFuture<?> looking;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        looking = timer.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    void goOn(@Observes KeyRingOpened opened) {
        imports.resumeUnfinished();
    }

    private void look() {
        if (keyRing.isOpen()) {
            Attempt.of(inbox::look)
                    .ifPresent(failure ->
                            LOG.warn("The inbox could not be looked into ({}); tried again", Attempt.name(failure)));
        }
    }

    @PreDestroy
    void end() {
        if (looking != null) {
            looking.cancel(false);
        }
    }
}
