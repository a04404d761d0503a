package org.holdfast.core.intake;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Hears when the job of an import is over, whether it came to its end or was cut off. */
@Named("importEnd")
@Dependent
public class ImportEnd extends AbstractJobListener {
    @Inject
    private BatchRunner runner;

    @Inject
    @BatchProperty(name = "importId")
    private String importId;

    @Override
    public void afterJob() {
        runner.ended(UUID.fromString(importId));
    }
}
