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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.holdfast.launcher.registry.BundleFailure;
import org.holdfast.launcher.registry.RegistryError;
import org.holdfast.launcher.text.Message;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.wiring.FrameworkWiring;
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
    private final BundleAudit audit;
    private final BundleCalls calls;
    private final ConcurrentMap<String, InstalledBundle> byName = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> nameByFile = new ConcurrentHashMap<>();
    private final Set<String> startedNatives = ConcurrentHashMap.newKeySet();
    private final AtomicLong changes = new AtomicLong();

    InstalledBundles(BundleContext context, Trust trust, BundleSettings settings, BundleAudit audit, Clock clock) {
        this.context = context;
        this.signature = trust.signature();
        this.unsignedAccepted = trust.unsignedAccepted();
        this.settings = settings;
        this.clock = clock;
        this.audit = audit;
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

    /**
     * Looks at a file before it is taken.
     *
     * @throws BundleFailure where it is no bundle, is not signed as it must be, or its name is taken
     */
    BundleArchive examine(Path file, String fileName) {
        Optional<Message> distrust = distrust(file, fileName);
        if (distrust.isPresent() && !unsignedAccepted) {
            throw refused(fileName, Message.of("bundleRefusal.distrusted", distrust.get()));
        }
        try {
            BundleArchive archive = BundleArchive.read(file, distrust);
            if (byName.containsKey(archive.symbolicName())
                    && !archive.symbolicName().equals(nameByFile.get(fileName))) {
                throw refused(fileName, Message.of("bundleRefusal.nameTaken"));
            }
            return archive;
        } catch (IOException e) {
            throw refused(fileName, BundleFileRefused.reasonOf(e));
        }
    }

    /** Installs or updates the bundle in a file, and starts it. One at a time. */
    synchronized InstalledBundle take(Path file) {
        String fileName = file.getFileName().toString();
        BundleArchive archive = examine(file, fileName);
        audit.begins(archive);
        Optional<InstalledBundle> before =
                Optional.ofNullable(nameByFile.get(fileName)).flatMap(this::named);
        if (before.isPresent() && !before.get().name().equals(archive.symbolicName())) {
            drop(fileName);
            before = Optional.empty();
        }
        if (before.isPresent() && startedNatives.contains(archive.symbolicName())) {
            before.get().waitForRestart();
            audit.installed(before.get());
            changed();
            LOG.info("Bundle {} is used from the next start on", archive.symbolicName());
            return before.get();
        }
        try {
            Bundle bundle = before.isPresent() ? update(before.get(), archive) : install(archive);
            InstalledBundle installed =
                    new InstalledBundle(bundle, archive.distrust().isEmpty(), clock);
            settings.restore(installed);
            byName.put(installed.name(), installed);
            nameByFile.put(fileName, installed.name());
            begin(installed);
            audit.installed(installed);
            changed();
            LOG.info("Bundle {} {} is {}", installed.name(), bundle.getVersion(), installed.state());
            return installed;
        } catch (BundleException e) {
            throw refused(fileName, Message.of("bundleRefusal.notInstalled", words(e)));
        } catch (IOException e) {
            throw refused(fileName, BundleFileRefused.reasonOf(e));
        }
    }

    private Bundle install(BundleArchive archive) throws BundleException, IOException {
        try (InputStream in = Files.newInputStream(archive.file())) {
            return context.installBundle("holdfast:" + archive.file().getFileName(), in);
        }
    }

    private Bundle update(InstalledBundle before, BundleArchive archive) throws BundleFileRefused {
        before.leave();
        // Stopping runs the bundle's code; stopped first, it is not started again by the update itself.
        Future<@Nullable Object> update = calls.submit(before, () -> {
            before.bundle().stop(Bundle.STOP_TRANSIENT);
            try (InputStream in = Files.newInputStream(archive.file())) {
                before.bundle().update(in);
            }
            return null;
        });
        try {
            update.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            update.cancel(true);
            throw new BundleFileRefused(Message.of("bundleRefusal.notStopped"), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BundleFileRefused(Message.of("bundleRefusal.interrupted"), e);
        } catch (ExecutionException e) {
            throw new BundleFileRefused(Message.of("bundleRefusal.notReplaced"), e);
        }
        return before.bundle();
    }

    private void begin(InstalledBundle installed) {
        if (!installed.isNative()) {
            start(installed);
        } else if (startedNatives.add(installed.name())) {
            start(installed);
        } else {
            installed.waitForRestart();
        }
    }

    private Optional<Message> distrust(Path file, String fileName) {
        try {
            return signature.check(file);
        } catch (IOException e) {
            throw refused(fileName, Message.of("bundleRefusal.noJar"));
        }
    }

    private static BundleFailure refused(String fileName, Message why) {
        return new BundleFailure(RegistryError.BUNDLE_REFUSED, Message.of("bundleRefusal.file", fileName, why));
    }

    private void start(InstalledBundle installed) {
        // Resolved first, so that the thread it starts on, and every thread it starts there, has its class loader.
        boolean unusedResolved = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION)
                .adapt(FrameworkWiring.class)
                .resolveBundles(List.of(installed.bundle()));
        // A bundle's own code runs here, so it gets a thread of its own and a limit.
        Future<@Nullable Object> start = calls.submit(installed, () -> {
            installed.bundle().start();
            return null;
        });
        try {
            start.get(START_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            start.cancel(true);
            installed.failed(Message.of("bundleReason.startTimedOut", START_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            Message reason = reason(e.getCause());
            installed.failed(reason);
            LOG.warn("Bundle {} did not start: {}", installed.name(), reason);
        }
    }

    private static Message reason(@Nullable Throwable cause) {
        if (cause instanceof BundleException refusal && refusal.getType() != BundleException.ACTIVATOR_ERROR) {
            return Message.of("bundleReason.unresolved", words(refusal));
        }
        // The message of a foreign exception may hold anything: only its type is kept.
        Throwable thrown = cause instanceof BundleException && cause.getCause() != null ? cause.getCause() : cause;
        return Message.of(
                "bundleReason.startFailed",
                thrown == null ? "–" : thrown.getClass().getName());
    }

    /** The framework's own words: names of packages and versions. */
    private static String words(BundleException refusal) {
        return String.valueOf(refusal.getMessage()).lines().findFirst().orElse("–");
    }

    /** Stops and removes the bundle that came from a file. */
    synchronized boolean drop(String fileName) {
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
        audit.removed(installed);
        LOG.info("Bundle {} is removed", installed.name());
        return true;
    }

    void save(InstalledBundle installed) {
        settings.save(installed);
        changed();
    }

    private void quarantined(InstalledBundle installed) {
        save(installed);
        audit.stopped(installed);
    }
}
