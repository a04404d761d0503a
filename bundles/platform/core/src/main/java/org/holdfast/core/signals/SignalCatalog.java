package org.holdfast.core.signals;

import java.util.List;
import java.util.Optional;
import org.holdfast.api.signal.SignalDefinition;

/** The signals the server knows: the core's and those of installed industry bundles. Safe for many threads. */
public interface SignalCatalog {

    /**
     * Returns all signals.
     *
     * @return the core's first, then by bundle
     */
    List<Entry> entries();

    /**
     * Finds a signal.
     *
     * @param code its code
     * @return the definition, or empty where nobody defines it
     */
    Optional<SignalDefinition> find(String code);

    /**
     * A signal with where it comes from.
     *
     * @param definition the signal
     * @param bundle symbolic name of the bundle, {@code core} for the core's
     */
    record Entry(SignalDefinition definition, String bundle) {}
}
