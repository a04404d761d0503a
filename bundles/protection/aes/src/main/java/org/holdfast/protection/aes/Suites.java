package org.holdfast.protection.aes;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.holdfast.api.protection.CipherSuite;
import org.holdfast.api.protection.CipherSuites;
import org.holdfast.api.protection.KeyRingSealedException;

/**
 * The suites that a ring can use: its own, and those of other bundles, which are looked up at each use, because a bundle can
 * go at any time and come back as another object. Safe for use from many threads.
 */
final class Suites {
    private final Suite own = new Suite();
    private final ConcurrentMap<String, Suite> known = new ConcurrentHashMap<>();
    private volatile CipherSuites others = name -> Optional.empty();

    void from(CipherSuites suites) {
        others = suites;
    }

    Suite named(String name) {
        if (name.equals(CipherSuite.STANDARD)) {
            return own;
        }
        CipherSuite there = others.named(name)
                .orElseThrow(
                        () -> new KeyRingSealedException(
                                "No active bundle offers the cipher suite " + name
                                        + ", under which this is sealed. Put the protection bundle of that suite back, or release it."));
        Suite before = known.get(name);
        if (before != null && before.isOf(there)) {
            return before;
        }
        Suite fresh = new Suite(name, there);
        known.put(name, fresh);
        return fresh;
    }
}
