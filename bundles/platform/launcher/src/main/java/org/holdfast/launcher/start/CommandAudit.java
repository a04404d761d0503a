package org.holdfast.launcher.start;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditFailure;
import org.holdfast.launcher.audit.AuditFolder;
import org.holdfast.launcher.audit.AuditLog;

/**
 * The audit log of a stopped server, for a command that works on its data: what the command does stands in the log before it
 * is done. The caller holds the data directory's lock. Nobody signs here; the next start of the server does. For one thread.
 */
public final class CommandAudit implements AutoCloseable {
    private final AuditLog log;
    private final String action;

    private CommandAudit(AuditLog log, String action) {
        this.log = log;
        this.action = action;
    }

    /**
     * Writes that a command begins.
     *
     * @param data the locked data directory
     * @param clock the time
     * @param action what it does, a code such as {@code backup.made}
     * @param details codes, counts and random ids; nothing personal
     * @return the log, to write how it ended
     * @throws StartFailure where that cannot be written: the command must not go on
     */
    public static CommandAudit begin(DataDirectory data, Clock clock, String action, Map<String, String> details) {
        Path folder = AuditFolder.of(data.path());
        try {
            CommandAudit audit = new CommandAudit(AuditLog.open(folder, ServerAudit.NAME, clock), action);
            audit.log.append(AuditEvent.byCommand(action, AuditEvent.BEGUN, details));
            return audit;
        } catch (AuditFailure e) {
            throw new StartFailure(e, "failure.auditOpen", folder);
        }
    }

    /**
     * Writes that the command has done what it began.
     *
     * @param details codes, counts and random ids; nothing personal
     * @throws StartFailure where that cannot be written
     */
    public void done(Map<String, String> details) {
        end(AuditEvent.DONE, details);
    }

    /**
     * Writes that the command did not do what it began.
     *
     * @throws StartFailure where that cannot be written
     */
    public void failed() {
        end(AuditEvent.FAILED, Map.of());
    }

    private void end(String outcome, Map<String, String> details) {
        try {
            log.append(AuditEvent.byCommand(action, outcome, details));
        } catch (AuditFailure e) {
            throw new StartFailure(e, "failure.auditWrite");
        }
    }

    @Override
    public void close() {
        try {
            log.close();
        } catch (AuditFailure e) {
            throw new StartFailure(e, "failure.auditClose");
        }
    }
}
