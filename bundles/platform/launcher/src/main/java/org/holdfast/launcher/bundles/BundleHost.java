package org.holdfast.launcher.bundles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditFailure;
import org.holdfast.launcher.bundles.InstalledBundles.Trust;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.start.StartFailure;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Everything about bundles in one server: the framework, the folder, the registry and the watch over faults. */
public final class BundleHost implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BundleHost.class);
    private static final long FOLDER_MILLIS = 1_000;
    private static final long THREAD_MILLIS = 5_000;

    private final FelixFramework framework;
    private final InstalledBundles bundles;
    private final BundleFolder folder;
    private final GuardedRegistry registry;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task);
        thread.setName("bundle-watch");
        thread.setDaemon(true);
        return thread;
    });

    private BundleHost(
            FelixFramework framework, Places places, boolean unsignedAccepted, BundleAudit audit, Clock clock) {
        this.framework = framework;
        Trust trust = new Trust(
                new BundleSignature(places.trust()),
                unsignedAccepted,
                new BundleCopies(places.cache().resolveSibling("bundle-files")));
        this.bundles =
                new InstalledBundles(framework.context(), trust, new BundleSettings(places.settings()), audit, clock);
        this.folder = new BundleFolder(places.folder(), bundles, audit, new TrustWatch(places.trust()));
        this.registry = new GuardedRegistry(framework.context(), bundles, folder, places.folder());
        new DescribedCapabilities(framework.context(), bundles).listen();
    }

    /**
     * Where things are.
     *
     * @param folder the bundles folder
     * @param frameworkBundles the framework's own bundles
     * @param cache the framework's cache, emptied at each start
     * @param settings file of what an administrator decided
     * @param trust the files that say which bundles are trusted
     */
    public record Places(Path folder, Path frameworkBundles, Path cache, Path settings, TrustFiles trust) {}

    /**
     * Starts the framework, without any bundle of the folder yet.
     *
     * @param places where things are
     * @param unsignedAccepted whether bundles without a trusted signature are taken
     * @param clock the server's clock
     * @param audit takes what bundles come, go and are stopped; a bundle is not installed where it throws
     * @return the host
     * @throws StartFailure where the framework does not start
     */
    public static BundleHost start(Places places, boolean unsignedAccepted, Clock clock, Consumer<AuditEvent> audit) {
        try {
            Files.createDirectories(places.folder());
            Revocations unused = Revocations.read(places.trust());
        } catch (IOException e) {
            throw new StartFailure(e, "failure.bundleFolderNew");
        }
        return new BundleHost(
                FelixFramework.start(places.cache(), places.frameworkBundles()),
                places,
                unsignedAccepted,
                new BundleAudit(audit),
                clock);
    }

    /**
     * Installs and starts bundles of the folder.
     *
     * @param names which, by file name; those already there are left alone
     */
    public void take(Predicate<String> names) {
        try {
            folder.takeNow(names);
        } catch (IOException e) {
            throw new StartFailure(e, "failure.bundleFolder");
        } catch (AuditFailure e) {
            throw new StartFailure(e, "failure.auditWrite");
        }
    }

    /** Begins to watch the folder and the threads. */
    public void watch() {
        every(FOLDER_MILLIS, this::lookAtFolder);
        every(THREAD_MILLIS, new LeftoverThreads(bundles)::look);
    }

    /** Runs a task again and again: a failure of one run is logged and does not end the watch. */
    private void every(long millis, Runnable look) {
        Runnable surviving = () -> {
            FutureTask<@Nullable Object> task = new FutureTask<>(look, null);
            task.run();
            try {
                task.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                LOG.warn("The watch over the bundles failed and is tried again", e.getCause());
            }
        };
        Future<?> unused = timer.scheduleWithFixedDelay(surviving, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void lookAtFolder() {
        try {
            folder.look();
        } catch (IOException e) {
            LOG.warn("The bundles folder cannot be read", e);
        }
    }

    /**
     * Returns the registry.
     *
     * @return the one registry of this server
     */
    public CapabilityRegistry registry() {
        return registry;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        bundles.calls().close();
        framework.close();
    }
}
