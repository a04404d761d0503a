package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.Setting;
import org.holdfast.launcher.keys.InstalledSuites;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.StartFailure;

/** The bundle framework with one kind of bundle in it and nothing else: no server, no database, no data directory. */
public final class BundlesAlone implements AutoCloseable {
    /** Begin of the file names of bundles that train and score. */
    public static final String ENGINE = "holdfast-engine-";

    /** Begin of the file names of bundles that encrypt. */
    public static final String PROTECTION = "holdfast-protection-";

    private final BundleHost host;
    private final Path scratch;

    private BundlesAlone(BundleHost host, Path scratch) {
        this.host = host;
        this.scratch = scratch;
    }

    /**
     * Starts the framework.
     *
     * @param configuration says where the bundles are
     * @param prefix begin of the file names of the bundles to start
     * @param clock the clock
     * @return the framework, to be closed
     */
    public static BundlesAlone start(Configuration configuration, String prefix, Clock clock) {
        Path home = configuration.home();
        try {
            Path scratch = Files.createTempDirectory("holdfast-bundles");
            BundleHost host = BundleHost.start(
                    new BundleHost.Places(
                            configuration.path(Setting.BUNDLE_DIRECTORY).orElse(home.resolve("bundles")),
                            home.resolve("lib").resolve("framework"),
                            scratch.resolve("cache"),
                            scratch.resolve("bundles.properties"),
                            TrustFiles.of(configuration)),
                    false,
                    clock,
                    // Nothing of a server is touched, and its log is not open here.
                    event -> {});
            host.take(name -> name.startsWith(prefix));
            return new BundlesAlone(host, scratch);
        } catch (IOException e) {
            throw new StartFailure(e, "failure.temporaryFolder");
        }
    }

    /**
     * Returns the first service of a type.
     *
     * @param type the type
     * @return the service, or empty where no bundle provides one
     * @param <T> the type
     */
    public <T> Optional<T> first(Class<T> type) {
        return host.registry().all(type).stream().findFirst().map(provided -> provided.service());
    }

    /**
     * Returns the cipher suites that the bundles offer.
     *
     * @return the suites
     */
    public InstalledSuites suites() {
        return new InstalledSuites(host.registry());
    }

    @Override
    public void close() {
        host.close();
        try {
            DataDirectory.deleteTree(scratch);
        } catch (IOException e) {
            throw new StartFailure(e, "failure.temporaryLeft", scratch);
        }
    }
}
