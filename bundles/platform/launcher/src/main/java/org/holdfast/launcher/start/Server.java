package org.holdfast.launcher.start;

import java.io.PrintStream;
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
import org.holdfast.launcher.bundles.BundleHost;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.Setting;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.database.Migration;
import org.holdfast.launcher.host.Host;
import org.holdfast.launcher.keys.KeyStoreAccess;
import org.holdfast.launcher.keys.RootKey;
import org.holdfast.launcher.keys.RootKeyWatch;
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
    private final Steps steps;
    private final Clock clock = Clock.systemUTC();

    private Server(Configuration configuration, boolean unsignedAccepted, PrintStream out) {
        this.configuration = configuration;
        this.unsignedAccepted = unsignedAccepted;
        this.steps = new Steps(out);
    }

    /**
     * Starts a server.
     *
     * @param configuration the settings
     * @param unsignedAccepted whether bundles without a trusted signature are taken, as in a demo
     * @param out where the administrator reads the steps
     * @return the server, ready
     * @throws StartFailure where a step fails; what was started is stopped again
     */
    public static Server start(Configuration configuration, boolean unsignedAccepted, PrintStream out) {
        Server server = new Server(configuration, unsignedAccepted, out);
        boolean ready = false;
        try {
            server.startAll(out);
            ready = true;
            return server;
        } finally {
            if (!ready) {
                server.close();
            }
        }
    }

    private void startAll(PrintStream out) {
        PayaraServer.Place place = place();
        DataDirectory data = new DataDirectory(configuration.dataDirectory());
        DatabaseAddress main = DatabaseAddress.main(configuration);
        DatabaseAddress keys = DatabaseAddress.keys(configuration);
        PayaraServer.checkPort(place);
        steps.run("data directory locked", data::lock);
        steps.undoWith("data directory", data::close);
        Path logging = ServerLog.open(configuration.home().resolve("config").resolve("logging.properties"), data);
        steps.run(main + " database migrated", () -> {
            steps.undoWith("database", () -> closeEmbedded(main));
            new Migration(main, "db/changelog.xml").run();
            steps.undoWith("key store", () -> closeEmbedded(keys));
            new Migration(keys, "db/keys.xml").run();
        });
        BundleHost bundles = startBundles(data);
        DataSource keyStore = KeyStoreAccess.of(keys);
        RootKey root = new RootKey(configuration, keyStore, clock);
        Optional<String> sealed = steps.call("key ring", () -> root.unlock(bundles.registry()));
        sealed.ifPresent(reason -> out.println("           sealed: " + reason));
        steps.run("bundles started", () -> bundles.take(name -> true));
        String token = localToken();
        Host.set(new Host(bundles.registry(), clock, data.path(), keyStore, token, unsignedAccepted));
        steps.run("core deployed", () -> {
            PayaraServer web = PayaraServer.start(place, main, logging);
            steps.undoWith("core", web::close);
        });
        watch(bundles, root);
        RunFile.write(data, place.address(), token);
        steps.undoWith("run file", () -> RunFile.delete(data));
        if (unsignedAccepted) {
            out.println("           unsigned bundles are accepted: not for production");
        }
        steps.ready(place.address());
    }

    private BundleHost startBundles(DataDirectory data) {
        Path lib = configuration.home().resolve("lib");
        BundleHost.Places places = new BundleHost.Places(
                configuration
                        .path(Setting.BUNDLE_DIRECTORY)
                        .orElse(configuration.home().resolve("bundles")),
                lib.resolve("framework"),
                data.run().resolve("bundle-cache"),
                data.path().resolve("bundles.properties"),
                lib.resolve("bundles.sha256"),
                configuration
                        .path(Setting.TRUST_STORE)
                        .orElse(configuration.home().resolve("config").resolve("trust.p12")));
        return steps.call("bundle framework and protection started", () -> {
            BundleHost started = BundleHost.start(places, unsignedAccepted, clock);
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

    private PayaraServer.Place place() {
        Path home = configuration.home();
        return new PayaraServer.Place(
                configuration.text(Setting.HTTP_HOST),
                configuration.number(Setting.HTTP_PORT, 1, 65_535),
                home.resolve("lib").resolve("payara"),
                configuration.dataDirectory().resolve("run").resolve("payara"),
                home.resolve("lib").resolve("holdfast-core.war"));
    }

    private static String localToken() {
        byte[] random = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(random);
        return "hfl_" + HexFormat.of().formatHex(random);
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
        return place().address();
    }

    @Override
    public void close() {
        steps.undo();
    }
}
