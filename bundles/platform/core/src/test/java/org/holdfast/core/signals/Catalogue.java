package org.holdfast.core.signals;

import org.holdfast.core.fixture.FixedRegistry;

/** The catalogue of signals over some bundles, for tests of other rooms. */
public final class Catalogue {
    private Catalogue() {}

    public static SignalCatalog of(FixedRegistry registry) {
        return new RegistrySignalCatalog(registry);
    }
}
