package org.holdfast.launcher.host;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.holdfast.launcher.audit.AuditLog;
import org.holdfast.launcher.config.MailSettings;
import org.holdfast.launcher.config.SignOnSettings;
import org.holdfast.launcher.config.SuiteSettings;
import org.holdfast.launcher.keys.RootSuccession;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.shred.ShredLedger;

/**
 * What the launcher hands to the core application, which lives in a class loader of its own.
 *
 * @param registry the bundles
 * @param clock the server's clock
 * @param dataDirectory the server's data directory
 * @param keyStore where wrapped keys live, apart from the main database
 * @param rootSuccession replaces the root key file
 * @param shredLedger whose keys were destroyed
 * @param localToken the secret with which the command line on this machine speaks to the server
 * @param audit the audit log
 * @param signOn how people sign on
 * @param demo whether the server runs as a demo, in which unsigned bundles are taken
 * @param traffic how calls come in
 * @param suites of which cipher suites keys of subsidiaries are made
 * @param mail by which mail server reminders are sent; empty: they stand in the console alone
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
public record Host(
        CapabilityRegistry registry,
        Clock clock,
        Path dataDirectory,
        DataSource keyStore,
        RootSuccession rootSuccession,
        ShredLedger shredLedger,
        String localToken,
        AuditLog audit,
        SignOnSettings signOn,
        boolean demo,
        Traffic traffic,
        SuiteSettings suites,
        Optional<MailSettings> mail) {

    private static final AtomicReference<Host> CURRENT = new AtomicReference<>();

    /**
     * Returns the host of this process.
     *
     * @return the host, or empty where the launcher has not set one
     */
    public static Optional<Host> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /**
     * Sets the host of this process. The launcher calls it once, before it deploys the core.
     *
     * @param host the host
     */
    public static void set(Host host) {
        CURRENT.set(host);
    }
}
