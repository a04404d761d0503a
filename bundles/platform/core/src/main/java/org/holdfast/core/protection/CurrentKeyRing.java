package org.holdfast.core.protection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.KeyRingSealedException;
import org.holdfast.api.protection.KeyRingState;
import org.holdfast.core.platform.rest.SealState;
import org.holdfast.launcher.keys.InstalledSuites;
import org.holdfast.launcher.keys.InstalledSuites.Missing;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.registry.Provided;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key ring in use: the highest ranked one that a bundle provides. Looked up again only when bundles have changed. Safe
 * for use from many threads.
 */
public final class CurrentKeyRing implements SealState {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentKeyRing.class);
    private static final String NO_BUNDLE = "No protection bundle with a key ring is active: install or release one.";

    private final CapabilityRegistry registry;
    private final InstalledSuites suites;
    private final Supplier<Set<String>> needed;
    private volatile @Nullable Found found;
    private volatile @Nullable Checked checked;

    /**
     * Creates it over the registry.
     *
     * @param registry the bundles
     * @param needed names of the cipher suites that keys are of or are to be of; asked when bundles have changed
     */
    public CurrentKeyRing(CapabilityRegistry registry, Supplier<Set<String>> needed) {
        this.registry = registry;
        this.suites = new InstalledSuites(registry);
        this.needed = needed;
    }

    private record Found(long changes, List<Provided<KeyRing>> rings) {}

    private record Checked(long changes, Optional<Missing> missing) {}

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
            case OPEN -> missing().map(CurrentKeyRing::without);
            case ABSENT -> Optional.of(new Seal(Reason.NO_KEY, state.reason()));
            case LOCKED -> Optional.of(new Seal(Reason.LOCKED, state.reason()));
            case DAMAGED -> Optional.of(new Seal(Reason.DAMAGED, state.reason()));
        };
    }

    /** Half of the data could be read: but nobody could tell the other half from what was erased. */
    private static Seal without(Missing missing) {
        return new Seal(Reason.NO_SUITE, missing.sentence().toString(), List.of(missing.suite(), missing.bundle()));
    }

    private Optional<Missing> missing() {
        Checked now = checked;
        long changes = registry.changes();
        if (now == null || now.changes() != changes) {
            Optional<Missing> missing = now == null ? Optional.empty() : now.missing();
            try {
                missing = suites.missing(needed.get());
                checked = new Checked(changes, missing);
            } catch (HoldfastException e) {
                // The store of keys is silent: asked again at the next call. The ring refuses by itself what it cannot
                // do.
                LOG.debug("Which cipher suites are needed cannot be read", e);
            }
            return missing;
        }
        return now.missing();
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
