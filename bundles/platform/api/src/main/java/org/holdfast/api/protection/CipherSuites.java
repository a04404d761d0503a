package org.holdfast.api.protection;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Where a key ring finds the cipher suites of other bundles: the host's answer of this moment. Safe for many threads. */
@ProviderType
@FunctionalInterface
public interface CipherSuites {

    /**
     * Finds a suite.
     *
     * @param name its name
     * @return the suite, the same object as long as its bundle stays; empty where no bundle that may be called offers it
     */
    Optional<CipherSuite> named(String name);
}
