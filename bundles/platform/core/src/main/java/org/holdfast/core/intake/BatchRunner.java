package org.holdfast.core.intake;

import jakarta.annotation.Resource;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Properties;
import java.util.UUID;
import org.holdfast.core.signals.SignalStore;

/**
 * Runs imports as jobs of the server. A job is started anew for an import that was cut off: how far the import has
 * come is kept in the import's own row, with the rows it wrote.
 */
@ApplicationScoped
public class BatchRunner implements Runner {
    private static final String JOB = "import";

    @Inject
    private SignalStore signals;

    @Resource(lookup = "java:comp/DefaultManagedExecutorService")
    private ManagedExecutorService background;

    @Override
    public void start(UUID importId) {
        Properties parameters = new Properties();
        parameters.setProperty("importId", importId.toString());
        background.execute(() -> BatchRuntime.getJobOperator().start(JOB, parameters));
    }

    @Override
    public void compact(UUID subsidiaryId) {
        background.execute(() -> signals.compact(subsidiaryId));
    }
}
