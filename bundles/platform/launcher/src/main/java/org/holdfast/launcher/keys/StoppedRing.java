package org.holdfast.launcher.keys;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.KeyRingState;
import org.holdfast.launcher.bundles.BundlesAlone;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.start.StartFailure;

/** Opens the root key of a stopped server with the installed protection bundle, to see whether it opens and which it is. */
public final class StoppedRing implements Function<Configuration, Optional<String>> {
    private final Clock clock;

    /**
     * Takes the time.
     *
     * @param clock the clock
     */
    public StoppedRing(Clock clock) {
        this.clock = clock;
    }

    /**
     * Opens the root key and closes it again.
     *
     * @param configuration the settings
     * @return identity of the root key, or empty where key file and passphrase do not fit
     * @throws StartFailure where no protection bundle can be started
     */
    @Override
    public Optional<String> apply(Configuration configuration) {
        try (BundlesAlone bundles = BundlesAlone.start(configuration, BundlesAlone.PROTECTION, clock)) {
            KeyRing ring = bundles.first(KeyRing.class).orElseThrow(() -> new StartFailure("sealed.noKeyRing"));
            if (RootKey.open(configuration, ring).status() != KeyRingState.Status.OPEN) {
                return Optional.empty();
            }
            List<String> roots = ring.roots();
            return roots.isEmpty() ? Optional.empty() : Optional.of(roots.get(0));
        }
    }
}
