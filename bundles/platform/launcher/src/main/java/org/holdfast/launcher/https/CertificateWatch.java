package org.holdfast.launcher.https;

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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a renewed certificate in use while the server runs: looks every two seconds whether one of its files changed, and
 * reads them once nothing has changed for one look, since chain and key are two files that are written one after the
 * other. A link that leads elsewhere (as certbot and Kubernetes renew) is a change, too.
 */
public final class CertificateWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateWatch.class);
    private static final long MILLIS = 2_000;

    private final Https https;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task);
        thread.setName("certificate-watch");
        thread.setDaemon(true);
        return thread;
    });

    private List<Optional<Stamp>> used;
    private @Nullable List<Optional<Stamp>> seen;

    /**
     * Creates the watch.
     *
     * @param https what is renewed
     */
    public CertificateWatch(Https https) {
        this.https = https;
        this.used = stamps();
    }

    /** By which a change of a file is seen. */
    private record Stamp(Path real, long size, long modified) {}

    /** Begins to look. */
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
            LOG.warn("The certificate's files could not be looked at and are tried again", e.getCause());
        }
    }

    /** Looks once. */
    void look() {
        List<Optional<Stamp>> now = stamps();
        if (!now.equals(used) && now.equals(seen)) {
            used = now;
            https.renew();
        }
        seen = now;
    }

    private List<Optional<Stamp>> stamps() {
        return https.settings().watched().stream().map(CertificateWatch::stamp).toList();
    }

    private static Optional<Stamp> stamp(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new Stamp(
                    file.toRealPath(),
                    attributes.size(),
                    attributes.lastModifiedTime().toMillis()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
