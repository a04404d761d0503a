package org.holdfast.launcher.bundles;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.holdfast.api.TimeLimit;
import org.holdfast.launcher.text.Message;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The threads on which bundles are called. */
final class BundleCalls implements AutoCloseable {
    /** Prefix of the names of these threads, by which they are told from threads a bundle has left behind. */
    static final String THREAD_PREFIX = "bundle-call-";

    private static final Logger LOG = LoggerFactory.getLogger(BundleCalls.class);

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task);
        thread.setName(THREAD_PREFIX + thread.getId());
        thread.setDaemon(true);
        return thread;
    });
    private final Consumer<InstalledBundle> onQuarantine;

    /**
     * Starts without threads.
     *
     * @param onQuarantine told which bundle went into quarantine
     */
    BundleCalls(Consumer<InstalledBundle> onQuarantine) {
        this.onQuarantine = onQuarantine;
    }

    Future<@Nullable Object> submit(InstalledBundle bundle, Callable<@Nullable Object> call) {
        return threads.submit(() -> inside(bundle, call));
    }

    /** Fetches a service, which may run the constructor of a component; empty where that fails. */
    Optional<Object> activate(InstalledBundle bundle, Class<?> type, Callable<@Nullable Object> fetch) {
        Future<@Nullable Object> service = submit(bundle, fetch);
        String what = type.getSimpleName();
        try {
            Optional<Object> found = Optional.ofNullable(service.get(TimeLimit.DEFAULT_SECONDS, TimeUnit.SECONDS))
                    .filter(type::isInstance);
            if (found.isEmpty()) {
                fault(bundle, Message.of("bundleReason.activationFailed", what), false);
            }
            return found;
        } catch (TimeoutException e) {
            service.cancel(true);
            fault(bundle, Message.of("bundleReason.activationTimedOut", what, TimeLimit.DEFAULT_SECONDS), true);
        } catch (InterruptedException e) {
            service.cancel(true);
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            fault(bundle, Message.of("bundleReason.activationFailed", what), false);
        }
        return Optional.empty();
    }

    @SuppressWarnings("IllegalThrows") // a bundle may throw anything
    private static @Nullable Object inside(InstalledBundle bundle, Callable<@Nullable Object> call) throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        BundleWiring wiring = bundle.bundle().adapt(BundleWiring.class);
        if (wiring != null) {
            thread.setContextClassLoader(wiring.getClassLoader());
        }
        try {
            return call.call();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    void fault(InstalledBundle bundle, Message what, boolean severe) {
        if (bundle.fault(what, severe)) {
            LOG.warn(
                    "Bundle {} is quarantined: {}",
                    bundle.name(),
                    bundle.quarantine().orElse(what));
            onQuarantine.accept(bundle);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
