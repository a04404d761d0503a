package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.holdfast.api.HoldfastException;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditFailure;
import org.holdfast.launcher.registry.BundleFailure;
import org.holdfast.launcher.registry.BundleReport.State;
import org.holdfast.launcher.text.Message;
import org.osgi.framework.Version;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes into the audit log which bundles came, went and were stopped. That one is about to be installed has to be written
 * before it is; what has happened already is only logged where it cannot be audited.
 */
final class BundleAudit {
    private static final Logger LOG = LoggerFactory.getLogger(BundleAudit.class);

    private static final String INSTALLED = "bundle.installed";

    private final Consumer<AuditEvent> log;

    BundleAudit(Consumer<AuditEvent> log) {
        this.log = log;
    }

    /** A bundle is about to be installed; an {@link AuditFailure} keeps it from being. */
    void begins(BundleArchive archive) {
        Map<String, String> details = new TreeMap<>();
        details.put("bundle", archive.symbolicName());
        details.put("sha256", sha256(archive.file()));
        details.put("signed", String.valueOf(archive.verdict().distrust().isEmpty()));
        log.accept(AuditEvent.byServer(INSTALLED, AuditEvent.BEGUN, details));
    }

    /** An administrator lets an older version in; an {@link AuditFailure} keeps it from being. */
    void downgradeAllowed(BundleArchive archive, Version newest) {
        Map<String, String> details = new TreeMap<>();
        details.put("bundle", archive.symbolicName());
        details.put("version", archive.version().toString());
        details.put("newest", newest.toString());
        log.accept(AuditEvent.byServer("bundle.downgradeAllowed", AuditEvent.DONE, details));
    }

    /** A bundle is installed, and started where it could be. */
    void installed(InstalledBundle bundle) {
        State state = bundle.state();
        Map<String, String> details = described(bundle);
        details.put("state", state.name().toLowerCase(Locale.ROOT));
        write(INSTALLED, AuditEvent.DONE, details);
        if (state != State.WAITING_FOR_RESTART) {
            write("bundle.started", state == State.ACTIVE ? AuditEvent.DONE : AuditEvent.FAILED, details);
        }
    }

    /** A bundle was stopped because of its faults. */
    void stopped(InstalledBundle bundle) {
        Map<String, String> details = described(bundle);
        bundle.quarantine().ifPresent(reason -> details.put("reason", reason.key()));
        write("bundle.stopped", AuditEvent.DONE, details);
    }

    /** A bundle went. */
    void removed(InstalledBundle bundle) {
        write("bundle.removed", AuditEvent.DONE, described(bundle));
    }

    /** A file of the folder is not taken. Its name may be whatever somebody called it: its digest stands for it. */
    void refused(Path file, HoldfastException why) {
        write("bundle.refused", AuditEvent.DENIED, Map.of("sha256", sha256(file), "reason", reason(why)));
    }

    /** The key of the innermost sentence that says it: the outer one names the file. */
    static String reason(HoldfastException why) {
        return why instanceof BundleFailure failure
                ? innermost(failure.sentence()).key()
                : why.code().name();
    }

    private static Message innermost(Message sentence) {
        return sentence.arguments().stream()
                .filter(Message.class::isInstance)
                .findFirst()
                .map(argument -> innermost((Message) argument))
                .orElse(sentence);
    }

    private void write(String action, String outcome, Map<String, String> details) {
        try {
            log.accept(AuditEvent.byServer(action, outcome, details));
        } catch (AuditFailure e) {
            LOG.error("What happened to a bundle could not be audited: {}", action, e);
        }
    }

    private static Map<String, String> described(InstalledBundle bundle) {
        Map<String, String> details = new TreeMap<>();
        details.put("bundle", bundle.name());
        details.put("version", bundle.bundle().getVersion().toString());
        return details;
    }

    private static String sha256(Path file) {
        try (InputStream in = Files.newInputStream(file);
                DigestInputStream digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digesting.getMessageDigest().digest());
        } catch (IOException e) {
            // It was taken away, or cannot be read: that is why it is refused.
            return "unread";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
