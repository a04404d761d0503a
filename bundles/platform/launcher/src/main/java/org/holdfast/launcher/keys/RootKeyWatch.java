package org.holdfast.launcher.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.KeyRingState;
import org.holdfast.launcher.registry.CapabilityRegistry;
import org.holdfast.launcher.registry.Provided;
import org.holdfast.launcher.start.StartFailure;
import org.holdfast.launcher.text.Message;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the key ring of a running server as its start does, once there is something new to open it with: the protection
 * bundle came back, or the key file, passphrase file or PIN file did; and every few seconds where a token is absent. A look
 * costs some questions to the file system; the slow try of a passphrase, and the one of a PIN that a token counts, is made
 * once for each ring and each state of the files.
 */
public final class RootKeyWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RootKeyWatch.class);
    private static final long MILLIS = 1_000;
    /** How many looks a token that was absent is left alone. */
    private static final int PATIENCE = 5;

    private final RootKey root;
    private final CapabilityRegistry registry;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task);
        thread.setName("key-ring-watch");
        thread.setDaemon(true);
        return thread;
    });

    private @Nullable Tried tried;
    private @Nullable Message said;
    private int waited;

    /**
     * Creates the watch.
     *
     * @param root the root key
     * @param registry where the key ring is found
     */
    public RootKeyWatch(RootKey root, CapabilityRegistry registry) {
        this.root = root;
        this.registry = registry;
    }

    /** What a try was made with. */
    private record Tried(KeyRing ring, List<Optional<Stamp>> files) {}

    /** By which a change of a file is seen. */
    private record Stamp(long size, long modified) {}

    /** Begins to look once a second. */
    public void begin() {
        Future<?> unused = timer.scheduleWithFixedDelay(this::survivingLook, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    private void survivingLook() {
        FutureTask<@Nullable Object> task = new FutureTask<>(this::look, null);
        task.run();
        try {
            task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            LOG.warn("The key ring could not be looked at and is tried again", e.getCause());
        }
    }

    /** Looks once. */
    void look() {
        List<Provided<KeyRing>> rings = registry.all(KeyRing.class);
        if (rings.isEmpty()) {
            tried = null;
            return;
        }
        KeyRing ring = rings.get(0).service();
        if (ring.state().status() == KeyRingState.Status.OPEN) {
            return;
        }
        Tried now =
                new Tried(ring, root.watched().stream().map(RootKeyWatch::stamp).toList());
        if (!now.equals(tried)) {
            said = null;
        } else if (!root.mayComeBack() || ++waited < PATIENCE) {
            return;
        }
        waited = 0;
        tried = now;
        unlock();
    }

    private void unlock() {
        try {
            Optional<Message> sealed = root.unlock(registry);
            if (sealed.isEmpty()) {
                LOG.info("The key ring was opened while the server runs");
            } else if (!sealed.get().equals(said)) {
                LOG.warn("The server is sealed: {}", sealed.get());
            }
            said = sealed.orElse(null);
        } catch (StartFailure e) {
            LOG.warn("The server is sealed: {}", e.getMessage());
        }
    }

    private static Optional<Stamp> stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(
                    new Stamp(attributes.size(), attributes.lastModifiedTime().toMillis()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
