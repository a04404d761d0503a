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
import org.holdfast.launcher.registry.BundleReport;
import org.holdfast.launcher.registry.RegistryError;
import org.holdfast.launcher.start.StartFailure;
import org.holdfast.launcher.text.Message;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.Version;
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
    private final BundleCopies copies;
    private final Clock clock;
    private final BundleAudit audit;
    private final BundleCalls calls;
    private final ConcurrentMap<String, InstalledBundle> byName = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, String> nameByFile = new ConcurrentHashMap<>();
    private final Set<String> startedNatives = ConcurrentHashMap.newKeySet();
    private final AtomicLong changes = new AtomicLong();

    InstalledBundles(BundleContext context, Trust trust, BundleSettings settings, BundleAudit audit, Clock clock) {
        this.copies = trust.copies();
        this.context = context;
        this.signature = trust.signature();
        this.unsignedAccepted = trust.unsignedAccepted();
        this.settings = settings;
        this.clock = clock;
        this.audit = audit;
        this.calls = new BundleCalls(this::quarantined);
    }

    /** Which bundles are taken, and where they are kept while they are judged and run. */
    record Trust(BundleSignature signature, boolean unsignedAccepted, BundleCopies copies) {}

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

    /** The file a bundle was installed from, as it was then. */
    Optional<Path> copyOf(String symbolicName) {
        return fileOf(symbolicName).map(copies::installed);
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
     * @throws BundleFailure where it is no bundle, is not signed as it must be, is revoked, is older than one that was active
     *     before, or its name is taken
     */
    BundleArchive examine(Path file, String fileName) {
        BundleArchive archive = trusted(file, fileName);
        newerThan(archive).ifPresent(newest -> {
            throw refused(fileName, Message.of("bundleRefusal.downgrade", archive.version(), newest));
        });
        return archive;
    }

    /** Lets an older version in, once: from then on that one is the newest. */
    synchronized void allowDowngrade(Path file, String fileName) {
        BundleArchive archive = trusted(file, fileName);
        newerThan(archive).ifPresent(newest -> {
            audit.downgradeAllowed(archive, newest);
            settings.newest(archive.symbolicName(), archive.version());
        });
    }

    /** The product's own bundles are those of its version, whichever that is; a developer goes back and forth. */
    private Optional<Version> newerThan(BundleArchive archive) {
        return unsignedAccepted || archive.verdict().shipped()
                ? Optional.empty()
                : settings.newest(archive.symbolicName()).filter(newest -> newest.compareTo(archive.version()) > 0);
    }

    /**
     * Looks again at what is installed from a file, because it may no longer be trusted.
     *
     * @throws BundleFailure where it is not
     * @throws StartFailure where it cannot be told what is revoked
     */
    void recheck(String fileName) {
        if (nameByFile.containsKey(fileName)) {
            refuseDistrusted(judged(copies.installed(fileName), fileName), fileName);
        }
    }

    private void refuseDistrusted(Verdict verdict, String fileName) {
        verdict.distrust()
                .filter(reason -> verdict.revoked() || !unsignedAccepted)
                .ifPresent(reason -> {
                    String sentence = verdict.revoked() ? "bundleRefusal.revoked" : "bundleRefusal.distrusted";
                    throw refused(fileName, Message.of(sentence, reason));
                });
    }

    private BundleArchive trusted(Path file, String fileName) {
        Verdict verdict = verdict(file, fileName);
        refuseDistrusted(verdict, fileName);
        try {
            BundleArchive archive = BundleArchive.read(file, verdict);
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
        Path copy;
        try {
            copy = copies.fresh(file);
        } catch (IOException e) {
            throw refused(fileName, BundleFileRefused.reasonOf(e));
        }
        try {
            InstalledBundle taken = take(examine(copy, fileName), fileName);
            if (taken.state() != BundleReport.State.WAITING_FOR_RESTART || !Files.exists(copies.installed(fileName))) {
                copies.keep(copy, fileName);
            }
            return taken;
        } catch (IOException e) {
            throw refused(fileName, BundleFileRefused.reasonOf(e));
        } finally {
            copies.drop(copy);
        }
    }

    private InstalledBundle take(BundleArchive archive, String fileName) throws IOException {
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
            Bundle bundle = before.isPresent() ? update(before.get(), archive) : install(archive, fileName);
            InstalledBundle installed =
                    new InstalledBundle(bundle, archive.verdict().distrust().isEmpty(), clock);
            settings.restore(installed);
            byName.put(installed.name(), installed);
            nameByFile.put(fileName, installed.name());
            begin(installed);
            noteVersion(installed);
            audit.installed(installed);
            changed();
            LOG.info("Bundle {} {} is {}", installed.name(), bundle.getVersion(), installed.state());
            return installed;
        } catch (BundleException e) {
            throw refused(fileName, Message.of("bundleRefusal.notInstalled", words(e)));
        }
    }

    private void noteVersion(InstalledBundle installed) {
        Version version = installed.bundle().getVersion();
        boolean older = settings.newest(installed.name())
                .filter(newest -> newest.compareTo(version) >= 0)
                .isPresent();
        if (!unsignedAccepted && !older && installed.state() == BundleReport.State.ACTIVE) {
            settings.newest(installed.name(), version);
        }
    }

    private Bundle install(BundleArchive archive, String fileName) throws BundleException, IOException {
        try (InputStream in = Files.newInputStream(archive.file())) {
            return context.installBundle("holdfast:" + fileName, in);
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

    private Verdict verdict(Path file, String fileName) {
        try {
            return judged(file, fileName);
        } catch (StartFailure e) {
            throw refused(fileName, e.sentence());
        }
    }

    private Verdict judged(Path file, String fileName) {
        try {
            return signature.check(file);
        } catch (BundleFileRefused e) {
            throw refused(fileName, BundleFileRefused.reasonOf(e));
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
        copies.drop(copies.installed(fileName));
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
