package org.holdfast.launcher.registry;

import java.util.Set;

/**
 * A service with where it comes from.
 *
 * @param bundle symbolic name of its bundle
 * @param version version of its bundle
 * @param reads codes of the data categories its bundle declared to read
 * @param service the guarded service
 * @param <T> its type
 */
public record Provided<T>(String bundle, String version, Set<String> reads, T service) {

    /** Copies the codes. */
    public Provided {
        reads = Set.copyOf(reads);
    }
}
