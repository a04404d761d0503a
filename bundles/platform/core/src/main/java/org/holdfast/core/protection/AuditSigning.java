package org.holdfast.core.protection;

import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.holdfast.core.platform.jobs.Attempt;
import org.holdfast.launcher.audit.AuditFolder;
import org.holdfast.launcher.audit.AuditLog;
import org.holdfast.launcher.audit.SigningKeys;
import org.holdfast.launcher.host.Host;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the audit log be signed while the key ring is open: the signing key lies sealed under the server's own key. */
@ApplicationScoped
public class AuditSigning {
    private static final Logger LOG = LoggerFactory.getLogger(AuditSigning.class);
    private static final long SECONDS = 1;

    @Resource(lookup = "java:comp/DefaultManagedScheduledExecutorService")
    private ManagedScheduledExecutorService timer;

    @Inject
    private Host host;

    @Inject
    private Vault vault;

    private @Nullable ScheduledFuture<?> checkpoints;

    /**
     * Signs from now on.
     *
     * @param opened what happened
     */
    synchronized void begin(@Observes KeyRingOpened opened) {
        // A key that cannot be read must not keep others from hearing that the ring is open; the log goes on unsigned.
        Attempt.of(() -> {
                    SealedSigningKey key = new SealedSigningKey(AuditFolder.of(host.dataDirectory()), vault);
                    host.audit().signWith(SigningKeys.signer(key.open()));
                })
                .ifPresent(failure -> LOG.error("The audit log is not signed ({})", Attempt.name(failure)));
        if (checkpoints == null) {
            checkpoints = timer.scheduleWithFixedDelay(this::checkpoint, SECONDS, SECONDS, TimeUnit.SECONDS);
        }
    }

    private void checkpoint() {
        AuditLog log = host.audit();
        Attempt.of(log::checkpoint)
                .ifPresent(failure -> LOG.error("The audit log could not be signed ({})", Attempt.name(failure)));
    }

    /**
     * Keeps no key in memory that the key ring does not give any more.
     *
     * @param closed what happened
     */
    void end(@Observes KeyRingClosed closed) {
        host.audit().signWith(null);
    }

    @PreDestroy
    synchronized void stop() {
        if (checkpoints != null) {
            checkpoints.cancel(false);
        }
    }
}
