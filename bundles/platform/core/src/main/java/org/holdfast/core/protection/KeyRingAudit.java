package org.holdfast.core.protection;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditFailure;
import org.holdfast.launcher.host.Host;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes into the audit log when the key ring opened and closed. Both have happened by then: where that cannot be written it
 * is only logged, and everything personal that could follow is refused by the same log.
 */
@Dependent
final class KeyRingAudit {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRingAudit.class);

    private final Host host;

    /** Takes who has the log. */
    @Inject
    KeyRingAudit(Host host) {
        this.host = host;
    }

    void opened(@Observes KeyRingOpened opened) {
        write("key.opened");
    }

    void closed(@Observes KeyRingClosed closed) {
        write("key.closed");
    }

    private void write(String action) {
        try {
            host.audit().append(AuditEvent.byServer(action, AuditEvent.DONE, Map.of()));
        } catch (AuditFailure e) {
            LOG.error("It could not be audited that the key ring turned: {}", action, e);
        }
    }
}
