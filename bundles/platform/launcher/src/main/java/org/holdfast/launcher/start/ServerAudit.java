package org.holdfast.launcher.start;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditFailure;
import org.holdfast.launcher.audit.AuditFolder;
import org.holdfast.launcher.audit.AuditLog;

/** Opens a server's audit log before anything else can happen, and closes it after everything else has ended. */
final class ServerAudit {
    /** Name of a server's log, in every checkpoint. */
    static final String NAME = "holdfast";

    private ServerAudit() {}

    static AuditLog open(Path dataDirectory, Clock clock) {
        Path folder = AuditFolder.of(dataDirectory);
        try {
            AuditLog log = AuditLog.open(folder, NAME, clock);
            log.append(event("server.start"));
            return log;
        } catch (AuditFailure e) {
            throw new StartFailure(e, "failure.auditOpen", folder);
        }
    }

    static void close(AuditLog log) {
        try {
            log.append(event("server.stop"));
            log.close();
        } catch (AuditFailure e) {
            throw new StartFailure(e, "failure.auditClose");
        }
    }

    private static AuditEvent event(String action) {
        return AuditEvent.byServer(action, AuditEvent.DONE, Map.of());
    }
}
