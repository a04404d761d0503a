package org.holdfast.core.intake;

import jakarta.annotation.Resource;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Properties;
import java.util.UUID;
import org.holdfast.core.platform.jobs.Attempt;
import org.holdfast.core.signals.SignalStore;
import org.holdfast.core.signals.SignalsArrived;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs imports as jobs of the server. A job is started anew for an import that was cut off: how far the import has
 * come is kept in the import's own row, with the rows it wrote.
 */
@ApplicationScoped
public class BatchRunner implements Runner {
    private static final Logger LOG = LoggerFactory.getLogger(BatchRunner.class);
    private static final String JOB = "import";

    private final ImportTurns turns = new ImportTurns(this::launch);

    @Inject
    private SignalStore signals;

    @Inject
    private Event<SignalsArrived> arrivals;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService background;

    @Override
    public void start(UUID importId) {
        turns.want(importId);
    }

    /**
     * Takes note that the job of an import is over.
     *
     * @param importId the import
     */
    public void ended(UUID importId) {
        turns.ended(importId);
    }

    private void launch(UUID importId) {
        Properties parameters = new Properties();
        parameters.setProperty("importId", importId.toString());
        background.execute(() -> Attempt.of(() -> BatchRuntime.getJobOperator().start(JOB, parameters))
                .ifPresent(failure -> {
                    LOG.error("Import {} could not be started ({})", importId, Attempt.name(failure));
                    ended(importId);
                }));
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
