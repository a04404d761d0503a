package org.holdfast.core.protection;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.holdfast.api.protection.KeyRingSealedException;
import org.jspecify.annotations.Nullable;

/** Waits until the key ring is open, which it may be at once or only when somebody unlocks it, and tells the rooms. */
@ApplicationScoped
public class KeyRingWatch {
    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService timer;

    @Inject
    private CurrentKeyRing keyRing;

    @Inject
    private Event<KeyRingOpened> opened;

    @Inject
    private Clock clock;

    private @Nullable ScheduledFuture<?> looking;
    private boolean told;

    void begin(@Observes @Initialized(ApplicationScoped.class) Object started) {
        looking = timer.scheduleWithFixedDelay(this::look, 0, 1, TimeUnit.SECONDS);
    }

    private void look() {
        if (told) {
            end();
            return;
        }
        try {
            keyRing.requireOpen();
        } catch (KeyRingSealedException e) {
            return;
        }
        told = true;
        opened.fire(new KeyRingOpened(clock.instant()));
    }

    @PreDestroy
    void end() {
        if (looking != null) {
            looking.cancel(false);
        }
    }
}
