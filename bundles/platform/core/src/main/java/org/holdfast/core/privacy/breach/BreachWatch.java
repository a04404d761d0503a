package org.holdfast.core.privacy.breach;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.holdfast.api.HoldfastException;
import org.holdfast.core.protection.RecordTampered;
import org.holdfast.launcher.audit.AuditFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of records that did not open. What is registered is so on another thread: the transaction under way ends with the
 * record's failure, and must not take the incident with it.
 */
@ApplicationScoped
public class BreachWatch {
    private static final Logger LOG = LoggerFactory.getLogger(BreachWatch.class);

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService background;

    @Inject
    private FoundBreaches found;

    void hear(@Observes RecordTampered tampered) {
        LOG.error("A sealed record in {} was altered or moved: it does not open", tampered.place());
        background.execute(() -> take(tampered));
    }

    private void take(RecordTampered tampered) {
        try {
            if (!found.known(tampered)) {
                found.take(tampered);
            }
        } catch (HoldfastException | AuditFailure e) {
            LOG.error("The incident cannot be registered; the next record that does not open will try again", e);
        }
    }
}
