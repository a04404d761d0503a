package org.holdfast.core.intake;

import jakarta.annotation.Resource;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.BeforeDestroyed;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Properties;
import java.util.Queue;
import java.util.UUID;
import org.holdfast.core.platform.jobs.Attempt;
import org.holdfast.core.signals.SignalStore;
import org.holdfast.core.signals.SignalsArrived;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs imports as jobs of the server, one after the other in the order in which they were uploaded: a file may rest on the
 * one before it, and two files about the same people would only wait for each other. A job is started anew for an import
 * that was cut off: how far the import has come is kept in the import's own row, with the rows it wrote.
 */
@ApplicationScoped
public class BatchRunner implements Runner {
    private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);
    private static final String JOB = "import";

    private final Queue<UUID> waiting = new ArrayDeque<>();
    private boolean busy;
    private volatile boolean stopping;

    @Inject
    private SignalStore signals;

    @Inject
    private Event<SignalsArrived> arrivals;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService background;

    @Override
    public void start(UUID importId) {
        synchronized (waiting) {
            if (!waiting.contains(importId)) {
                waiting.add(importId);
            }
            if (busy) {
                return;
            }
            busy = true;
        }
        background.execute(this::next);
    }

    private void next() {
        UUID importId;
        synchronized (waiting) {
            importId = waiting.poll();
            busy = importId != null;
        }
        if (importId == null) {
            return;
        }
        Properties parameters = new Properties();
        parameters.setProperty("importId", importId.toString());
        Attempt.of(() -> BatchRuntime.getJobOperator().start(JOB, parameters)).ifPresent(failure -> {
            LOG.error("Import {} could not be started ({})", importId, Attempt.name(failure));
            ended();
        });
    }

    /** Goes on with the next import: the one before has ended, well or not. */
    void ended() {
        if (!stopping) {
            background.execute(this::next);
        }
    }

    /** Returns whether the server is about to stop, which ends jobs through no fault of theirs. */
    boolean stopping() {
        return stopping;
    }

    void stop(@Observes @BeforeDestroyed(ApplicationScoped.class) Object event) {
        stopping = true;
    }

    /** On a thread of its own: the committing thread is still within its transaction. */
    @Override
    public void arrived(UUID subsidiaryId) {
        background.execute(() -> arrivals.fire(new SignalsArrived(subsidiaryId, true)));
    }

    @Override
    public void compact(UUID subsidiaryId) {
        background.execute(() -> signals.compact(subsidiaryId));
    }
}
