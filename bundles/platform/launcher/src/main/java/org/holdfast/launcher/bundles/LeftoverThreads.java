package org.holdfast.launcher.bundles;

import java.util.HashSet;
import java.util.Set;
import org.holdfast.launcher.text.Message;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleReference;

/**
 * Finds threads that a bundle started and left running. A thread inherits the context class loader of the one that
 * starts it, and bundles are called with their own.
 */
final class LeftoverThreads {
    private final InstalledBundles bundles;
    private Set<Thread> before = Set.of();

    LeftoverThreads(InstalledBundles bundles) {
        this.bundles = bundles;
    }

    /** Looks once. A thread that was there at the look before too is a fault of its bundle, and a severe one. */
    void look() {
        Set<Thread> now = new HashSet<>();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith(BundleCalls.THREAD_PREFIX)
                    || !(thread.getContextClassLoader() instanceof BundleReference loader)) {
                continue;
            }
            now.add(thread);
            if (before.contains(thread)) {
                report(loader.getBundle());
            }
        }
        before = now;
    }

    private void report(Bundle bundle) {
        bundles.of(bundle)
                .filter(installed -> installed.quarantine().isEmpty())
                .ifPresent(installed -> bundles.calls().fault(installed, Message.of("bundleReason.threadLeft"), true));
    }
}
