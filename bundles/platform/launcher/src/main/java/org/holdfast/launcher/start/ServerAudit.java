package org.holdfast.launcher.start;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditEvent.About;
import org.holdfast.launcher.audit.AuditEvent.Actor;
import org.holdfast.launcher.audit.AuditFailure;
import org.holdfast.launcher.audit.AuditFolder;
import org.holdfast.launcher.audit.AuditLog;

/** Opens a server's audit log before anything else can happen, and closes it after everything else has ended. */
final class ServerAudit {
    private static final String NAME = "holdfast";

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
        return new AuditEvent(action, Actor.SERVER, About.NOBODY, AuditEvent.DONE, Map.of());
    }
}
