package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.holdfast.api.HoldfastException;
import org.holdfast.launcher.registry.RegistryError;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The bundles that came from the bundles folder: installs, updates and removes them, each by itself. */
final class InstalledBundles {
    private static final Logger LOG = LoggerFactory.getLogger(InstalledBundles.class);
    private static final long START_SECONDS = 10;

    private final BundleContext context;
    private final BundleSignature signature;
    private final BundleSettings settings;
    private final boolean unsignedAccepted;
    private final Clock clock;
    private final BundleCalls calls;
    private final ConcurrentMap<String, InstalledBundle> byName = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> nameByFile = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    InstalledBundles(BundleContext context, Trust trust, BundleSettings settings, Clock clock) {
        this.context = context;
        this.signature = trust.signature();
        this.unsignedAccepted = trust.unsignedAccepted();
        this.settings = settings;
        this.clock = clock;
        this.calls = new BundleCalls(this::quarantined);
    }

    /** Which bundles are taken. */
    record Trust(BundleSignature signature, boolean unsignedAccepted) {}

    BundleCalls calls() {
        return calls;
    }

    Collection<InstalledBundle> all() {
        return List.copyOf(byName.values());
    }

    Optional<InstalledBundle> named(String symbolicName) {
        return Optional.ofNullable(byName.get(symbolicName));
    }

    Optional<InstalledBundle> of(Bundle bundle) {
        return bundle.getSymbolicName() == null ? Optional.empty() : named(bundle.getSymbolicName());
    }

    Optional<String> fileOf(String symbolicName) {
        return nameByFile.entrySet().stream()
                .filter(entry -> entry.getValue().equals(symbolicName))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    long changes() {
        return changes.get();
    }

    void changed() {
        changes.incrementAndGet();
    }

    /** Installs or updates the bundle in a file, and starts it. */
    InstalledBundle take(Path file) {
        Optional<String> distrust = distrust(file);
        if (distrust.isPresent() && !unsignedAccepted) {
            throw refused(file, distrust.get() + "; a demo or --dev takes it, \"start\" does not");
        }
        try {
            Bundle bundle = install(file);
            InstalledBundle installed = new InstalledBundle(bundle, distrust.isEmpty(), clock);
            settings.restore(installed);
            byName.put(installed.name(), installed);
            nameByFile.put(file.getFileName().toString(), installed.name());
            start(installed);
            changed();
            LOG.info("Bundle {} {} is {}", installed.name(), bundle.getVersion(), installed.state());
            return installed;
        } catch (BundleException | IOException e) {
            throw refused(file, e.getMessage() == null ? "it cannot be read" : e.getMessage());
        }
    }

    private Bundle install(Path file) throws BundleException, IOException {
        String fileName = file.getFileName().toString();
        Optional<InstalledBundle> before =
                Optional.ofNullable(nameByFile.get(fileName)).flatMap(this::named);
        try (InputStream in = Files.newInputStream(file)) {
            if (before.isPresent()) {
                before.get().leave();
                before.get().bundle().update(in);
                return before.get().bundle();
            }
            Bundle bundle = context.installBundle("holdfast:" + fileName, in);
            if (bundle.getSymbolicName() == null) {
                bundle.uninstall();
                throw new BundleException("its manifest has no Bundle-SymbolicName");
            }
            if (byName.containsKey(bundle.getSymbolicName())) {
                bundle.uninstall();
                throw new BundleException("a bundle of the same name is installed from another file");
            }
            return bundle;
        }
    }

    private Optional<String> distrust(Path file) {
        try {
            return signature.check(file);
        } catch (IOException e) {
            throw refused(file, "it is not a jar");
        }
    }

    private static HoldfastException refused(Path file, String why) {
        return new HoldfastException(
                RegistryError.BUNDLE_REFUSED, "The file " + file.getFileName() + " is not taken: " + why + ".");
    }

    private void start(InstalledBundle installed) {
        // A bundle's own code runs here, so it gets a thread of its own and a limit.
        Future<@Nullable Object> start = calls.submit(installed, () -> {
            installed.bundle().start();
            return null;
        });
        try {
            start.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            start.cancel(true);
            installed.failed("It did not start within " + START_SECONDS + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            String reason = e.getCause() instanceof BundleException bundle && bundle.getMessage() != null
                    ? bundle.getMessage()
                    : "It failed to start with " + String.valueOf(e.getCause());
            installed.failed(reason.lines().findFirst().orElse(reason));
            LOG.warn("Bundle {} did not start: {}", installed.name(), reason);
        }
    }

    /** Stops and removes the bundle that came from a file. */
    boolean drop(String fileName) {
        String name = nameByFile.remove(fileName);
        InstalledBundle installed = name == null ? null : byName.remove(name);
        if (installed == null) {
            return false;
        }
        installed.leave();
        changed();
        Future<@Nullable Object> end = calls.submit(installed, () -> {
            installed.bundle().uninstall();
            return null;
        });
        try {
            end.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("Bundle {} is no longer called but did not stop cleanly", installed.name(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.info("Bundle {} is removed", installed.name());
        return true;
    }

    void save(InstalledBundle installed) {
        settings.save(installed);
        changed();
    }

    private void quarantined() {
        byName.values().stream()
                .filter(installed -> !installed.quarantineReason().isEmpty())
                .forEach(this::save);
    }
}
