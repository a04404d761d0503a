package org.holdfast.core.protection;

import java.util.List;
import java.util.Optional;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.KeyRingSealedException;
import org.holdfast.api.protection.KeyRingState;
import org.holdfast.core.platform.rest.SealState;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.registry.Provided;
import org.jspecify.annotations.Nullable;

/**
 * The key ring in use: the highest ranked one that a bundle provides. Looked up again only when bundles have changed. Safe
 * for use from many threads.
 */
public final class CurrentKeyRing implements SealState {
    private static final String NO_BUNDLE = "No protection bundle with a key ring is active: install or release one.";

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
            throw new KeyRingSealedException(NO_BUNDLE);
        }
        return now.rings().get(0).service();
    }

    @Override
    public Optional<Seal> seal() {
        KeyRingState state;
        try {
            state = ring().state();
        } catch (HoldfastException e) {
            // It is not there, or went while it was asked, or fails: whoever cannot say that it is open is sealed.
            return Optional.of(new Seal(Reason.NO_BUNDLE, NO_BUNDLE));
        }
        return switch (state.status()) {
            case OPEN -> Optional.empty();
            case ABSENT -> Optional.of(new Seal(Reason.NO_KEY, state.reason()));
            case LOCKED -> Optional.of(new Seal(Reason.LOCKED, state.reason()));
            case DAMAGED -> Optional.of(new Seal(Reason.DAMAGED, state.reason()));
        };
    }

    /**
     * Returns whether personal data can be read and written. Background work asks before each run.
     *
     * @return whether the ring is open
     */
    public boolean isOpen() {
        return seal().isEmpty();
    }

    /**
     * Returns the ring where it is open. Another object than before stands for another ring, even where nobody saw the
     * former one close.
     *
     * @return the open ring, or empty
     */
    Optional<KeyRing> open() {
        return isOpen() ? Optional.of(ring()) : Optional.empty();
    }
}
