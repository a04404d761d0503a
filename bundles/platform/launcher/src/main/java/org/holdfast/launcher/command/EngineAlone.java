package org.holdfast.launcher.command;

import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import org.holdfast.api.engine.Engine;
import org.holdfast.launcher.bundles.BundlesAlone;
import org.holdfast.launcher.start.StartFailure;

/** Starts the bundle framework with the engine in it and nothing else: no server, no database, no data directory. */
public final class EngineAlone implements Supplier<Engine> {
    @Override
    public Engine get() {
        BundlesAlone bundles =
                BundlesAlone.start(new Installation().configuration(Map.of()), BundlesAlone.ENGINE, Clock.systemUTC());
        Runtime.getRuntime().addShutdownHook(new Thread(bundles::close));
        return bundles.first(Engine.class).orElseThrow(() -> new StartFailure("failure.noEngine"));
    }
}
