package org.holdfast.launcher.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.holdfast.api.engine.Engine;
import org.holdfast.launcher.bundles.BundleHost;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.Setting;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.StartFailure;

/** Starts the bundle framework with the engine in it and nothing else: no server, no database, no data directory. */
public final class EngineAlone implements Supplier<Engine> {
    private static final String ENGINE_PREFIX = "holdfast-engine-";

    @Override
    public Engine get() {
        Configuration configuration = new Installation().configuration(Map.of());
        Path home = configuration.home();
        try {
            Path scratch = Files.createTempDirectory("holdfast-engine");
            BundleHost bundles = BundleHost.start(
                    new BundleHost.Places(
                            configuration.path(Setting.BUNDLE_DIRECTORY).orElse(home.resolve("bundles")),
                            home.resolve("lib").resolve("framework"),
                            scratch.resolve("cache"),
                            scratch.resolve("bundles.properties"),
                            home.resolve("lib").resolve("bundles.sha256"),
                            configuration
                                    .path(Setting.TRUST_STORE)
                                    .orElse(home.resolve("config").resolve("trust.p12"))),
                    false,
                    Clock.systemUTC());
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(bundles, scratch)));
            bundles.take(name -> name.startsWith(ENGINE_PREFIX));
            return bundles.registry().all(Engine.class).stream()
                    .findFirst()
                    .orElseThrow(() -> new StartFailure("failure.noEngine"))
                    .service();
        } catch (IOException e) {
            throw new StartFailure(e, "failure.temporaryFolder");
        }
    }

    private static void end(BundleHost bundles, Path scratch) {
        bundles.close();
        try {
            DataDirectory.deleteTree(scratch);
        } catch (IOException e) {
            throw new StartFailure(e, "failure.temporaryLeft", scratch);
        }
    }
}
