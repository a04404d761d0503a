package org.holdfast.launcher.start;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import javax.sql.DataSource;
import org.holdfast.launcher.audit.AuditLog;
import org.holdfast.launcher.bundles.BundleHost;
import org.holdfast.launcher.bundles.TrustFiles;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.FieldTable;
import org.holdfast.launcher.config.HttpsSettings;
import org.holdfast.launcher.config.LimitSettings;
import org.holdfast.launcher.config.MailSettings;
import org.holdfast.launcher.config.Setting;
import org.holdfast.launcher.config.SignOnSettings;
import org.holdfast.launcher.config.SuiteSettings;
import org.holdfast.launcher.config.UploadSettings;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.database.Migration;
import org.holdfast.launcher.flows.RouterTables;
import org.holdfast.launcher.host.Host;
import org.holdfast.launcher.host.Traffic;
import org.holdfast.launcher.https.CertificateWatch;
import org.holdfast.launcher.https.Https;
import org.holdfast.launcher.https.HttpsProvider;
import org.holdfast.launcher.keys.KeyStoreAccess;
import org.holdfast.launcher.keys.RootKey;
import org.holdfast.launcher.keys.RootKeyWatch;
import org.holdfast.launcher.keys.RootSuccession;
import org.holdfast.launcher.shred.ShredFailure;
import org.holdfast.launcher.shred.ShredLedger;
import org.holdfast.launcher.shred.ShreddedKeys;
import org.holdfast.launcher.text.Message;
import org.holdfast.launcher.text.Screen;
import org.holdfast.launcher.web.PayaraServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One running server. Starts in the order of the design: configuration, lock, migration, protection bundles, key ring,
 * other bundles, core application; stops in the reverse order.
 */
public final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final String PROTECTION_PREFIX = "holdfast-protection-";
    private static final int TOKEN_BYTES = 32;

    private final Configuration configuration;
    private final boolean unsignedAccepted;
    private final Screen screen;
    private final Steps steps;
    private final SignOnSettings signOn;
    private final LimitSettings limits;
    private final UploadSettings uploads;
    private final SuiteSettings suites;
    private final Optional<MailSettings> mail;
    private final Clock clock = Clock.systemUTC();

    private Server(Configuration configuration, boolean unsignedAccepted, Screen screen) {
        this.configuration = configuration;
        this.unsignedAccepted = unsignedAccepted;
        this.screen = screen;
        this.steps = new Steps(screen);
        this.signOn = SignOnSettings.of(configuration);
        this.limits = LimitSettings.of(configuration);
        this.uploads = UploadSettings.of(configuration);
        this.suites = SuiteSettings.of(configuration);
        this.mail = MailSettings.of(configuration);
    }

    /**
     * Starts a server.
     *
     * @param configuration the settings
     * @param unsignedAccepted whether bundles without a trusted signature are taken, as in a demo
     * @param screen where the administrator reads the steps
     * @return the server, ready
     * @throws StartFailure where a step fails; what was started is stopped again
     */
    public static Server start(Configuration configuration, boolean unsignedAccepted, Screen screen) {
        Server server = new Server(configuration, unsignedAccepted, screen);
        boolean ready = false;
        try {
            server.startAll();
            ready = true;
            return server;
        } catch (StartFailure e) {
            Path data = configuration.dataDirectory();
            throw FullDisk.isBehind(e, data) ? new StartFailure(e, "failure.diskFull", data) : e;
        } finally {
            if (!ready) {
                server.close();
            }
        }
    }

    private void startAll() {
        PayaraServer.Place place = place(configuration);
        DataDirectory data = new DataDirectory(configuration.dataDirectory());
        DatabaseAddress main = DatabaseAddress.main(configuration);
        DatabaseAddress keys = DatabaseAddress.keys(configuration);
        Optional<Https> https = https(place);
        PayaraServer.checkPort(place);
        steps.run(Message.of("step.locked"), data::lock);
        steps.undoWith("data directory", data::close);
        if (DataDirectory.isHalfRestored(data.path())) {
            throw new StartFailure("failure.halfRestored", data.path());
        }
        // The core reads it again; here a wrong one is told before anything else has begun.
        FieldTable.read(data.path());
        Path logging = ServerLog.open(configuration.home().resolve("config").resolve("logging.properties"), data);
        AuditLog audit = openAudit(data);
        migrate(main, keys);
        DataSource keyStore = KeyStoreAccess.of(keys);
        ShredLedger ledger = openLedger(data, keyStore);
        BundleHost bundles = startBundles(data, audit);
        RootKey root = new RootKey(configuration, keyStore, clock);
        steps.call(Message.of("step.keyRing"), () -> root.unlock(bundles.registry()))
                .ifPresent(reason -> screen.say("step.sealed", reason));
        steps.run(Message.of("step.bundles"), () -> bundles.take(name -> true));
        String token = localToken();
        Outside outside = new Outside(token, new Traffic(https, limits, uploads));
        Host.set(host(data, bundles, new Keys(keyStore, ledger), outside, audit));
        steps.run(Message.of("step.core"), () -> {
            PayaraServer web = PayaraServer.start(place, main, logging);
            steps.undoWith("core", web::close);
        });
        watch(bundles, root);
        RunFile.write(data, place.address(), token);
        steps.undoWith("run file", () -> RunFile.delete(data));
        ClassArchive.wanted().ifPresent(archive -> steps.undoWith("archive of classes", archive::write));
        if (unsignedAccepted) {
            screen.say("step.unsigned");
        }
        https.ifPresent(on -> screen.say("step.https", on.address(), on.review().ends()));
        steps.ready(place.address());
    }

    /** Before anything is touched: whether there is a certificate to listen with. */
    private Optional<Https> https(PayaraServer.Place place) {
        return place.https().map(settings -> {
            Https https = Https.read(settings, clock);
            https.review().remarks().forEach(remark -> LOG.warn("HTTPS: {}", remark.text()));
            HttpsProvider.offer(https);
            CertificateWatch renewal = new CertificateWatch(https);
            steps.undoWith("certificate watch", renewal::close);
            renewal.begin();
            return https;
        });
    }

    /** Where wrapped keys live, and whose were destroyed. */
    private record Keys(DataSource store, ShredLedger ledger) {}

    /** How callers come in, and the secret of those on this machine. */
    private record Outside(String token, Traffic traffic) {}

    private Host host(DataDirectory data, BundleHost bundles, Keys keys, Outside outside, AuditLog audit) {
        return new Host(
                bundles.registry(),
                clock,
                data.path(),
                keys.store(),
                new RootSuccession(configuration),
                keys.ledger(),
                outside.token(),
                audit,
                signOn,
                unsignedAccepted,
                outside.traffic(),
                suites,
                mail);
    }

    private void migrate(DatabaseAddress main, DatabaseAddress keys) {
        steps.run(Message.of("step.migrated", main.name()), () -> {
            steps.undoWith("database", () -> closeEmbedded(main));
            new Migration(main, "db/changelog.xml").run();
            new RouterTables(main).migrate();
            steps.undoWith("key store", () -> closeKeys(keys));
            new Migration(keys, "db/keys.xml").run();
        });
    }

    private AuditLog openAudit(DataDirectory data) {
        AuditLog audit = steps.call(Message.of("step.audit"), () -> ServerAudit.open(data.path(), clock));
        steps.undoWith("audit log", () -> ServerAudit.close(audit));
        return audit;
    }

    /** Before the key ring can open: whoever was erased stays so, whatever copy of the key store was put in its place. */
    private ShredLedger openLedger(DataDirectory data, DataSource keyStore) {
        try {
            ShredLedger ledger = ShredLedger.open(data.path());
            steps.undoWith("shred ledger", ledger::close);
            int again = ShreddedKeys.destroy(keyStore, ledger.all());
            if (again > 0) {
                LOG.warn("{} keys that had been destroyed were in the key store again and are destroyed anew", again);
            }
            return ledger;
        } catch (ShredFailure e) {
            throw new StartFailure(e, "failure.shredLedger", ShredLedger.file(data.path()));
        }
    }

    private BundleHost startBundles(DataDirectory data, AuditLog audit) {
        Path lib = configuration.home().resolve("lib");
        BundleHost.Places places = new BundleHost.Places(
                configuration
                        .path(Setting.BUNDLE_DIRECTORY)
                        .orElse(configuration.home().resolve("bundles")),
                lib.resolve("framework"),
                data.run().resolve("bundle-cache"),
                data.path().resolve("bundles.properties"),
                TrustFiles.of(configuration));
        return steps.call(Message.of("step.framework"), () -> {
            BundleHost started = BundleHost.start(places, unsignedAccepted, clock, audit::append);
            steps.undoWith("bundles", started::close);
            started.take(name -> name.startsWith(PROTECTION_PREFIX));
            return started;
        });
    }

    private void watch(BundleHost bundles, RootKey root) {
        bundles.watch();
        RootKeyWatch keys = new RootKeyWatch(root, bundles.registry());
        steps.undoWith("key ring watch", keys::close);
        keys.begin();
    }

    /**
     * Returns where a server with these settings listens, and what it serves.
     *
     * @param configuration the settings
     * @return its place
     * @throws StartFailure where the port is none
     */
    public static PayaraServer.Place place(Configuration configuration) {
        Path home = configuration.home();
        return new PayaraServer.Place(
                configuration.text(Setting.HTTP_HOST),
                configuration.number(Setting.HTTP_PORT, 1, 65_535),
                home.resolve("lib").resolve("payara"),
                configuration.dataDirectory().resolve("run").resolve("payara"),
                home.resolve("lib").resolve("holdfast-core.war"),
                HttpsSettings.of(configuration));
    }

    private static String localToken() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return "hfl_" + HexFormat.of().formatHex(random);
    }

    private static void closeKeys(DatabaseAddress address) {
        try {
            ShreddedKeys.compact(address);
        } catch (SQLException e) {
            LOG.warn("The key store did not shut down cleanly; it recovers at the next start", e);
        }
    }

    private static void closeEmbedded(DatabaseAddress address) {
        if (!address.isEmbedded()) {
            return;
        }
        try (Connection connection = DriverManager.getConnection(address.url(), address.user(), address.password());
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException e) {
            LOG.warn("The embedded database did not shut down cleanly; it recovers at the next start", e);
        }
    }

    /**
     * Returns the address of console and API.
     *
     * @return for example {@code http://127.0.0.1:8080}
     */
    public String address() {
        return place(configuration).address();
    }

    @Override
    public void close() {
        steps.undo();
    }
}
