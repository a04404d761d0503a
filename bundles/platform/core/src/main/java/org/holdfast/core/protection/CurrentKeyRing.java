package org.holdfast.core.protection;

import java.util.List;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.KeyRingSealedException;
import org.holdfast.api.protection.KeyRingState;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.registry.Provided;
import org.jspecify.annotations.Nullable;

/** The key ring in use: the highest ranked one that a bundle provides. Looked up again only when bundles have changed. */
public final class CurrentKeyRing {
    private final CapabilityRegistry registry;
    private volatile @Nullable Found found;

    /**
     * Creates it over the registry.
     *
     * @param registry the bundles
     */
    public CurrentKeyRing(CapabilityRegistry registry) {
        this.registry = registry;
    }

    private record Found(long changes, List<Provided<KeyRing>> rings) {}

    /**
     * Returns the ring, whatever its state.
     *
     * @return the ring
     * @throws KeyRingSealedException where no bundle provides one
     */
    KeyRing ring() {
        Found now = found;
        long changes = registry.changes();
        if (now == null || now.changes() != changes) {
            now = new Found(changes, registry.all(KeyRing.class));
            found = now;
        }
        if (now.rings().isEmpty()) {
            throw new KeyRingSealedException("No protection bundle with a key ring is installed.");
        }
        return now.rings().get(0).service();
    }

    /**
     * Checks that personal data can be read and written.
     *
     * @throws KeyRingSealedException where it cannot, with the reason
     */
    public void requireOpen() {
        KeyRingState state = ring().state();
        if (state.status() != KeyRingState.Status.OPEN) {
            throw new KeyRingSealedException(state.reason());
        }
    }
}
