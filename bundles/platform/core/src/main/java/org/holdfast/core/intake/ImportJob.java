package org.holdfast.core.intake;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.listener.AbstractJobListener;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.context.JobContext;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** Sees an import's job end: says so where the job failed, and lets the next one begin. */
@Named("importJob")
@Dependent
public class ImportJob extends AbstractJobListener {
    @Inject
    private BatchRunner runner;

    @Inject
    private Imports imports;

    @Inject
    private JobContext job;

    @Inject
    @BatchProperty(name = "importId")
    private String importId;

    @Override
    public void afterJob() {
        try {
            boolean failed = job.getBatchStatus() == BatchStatus.FAILED || job.getBatchStatus() == BatchStatus.STARTED;
            if (failed && !runner.stopping()) {
                imports.giveUp(UUID.fromString(importId));
            }
        } finally {
            runner.ended();
        }
    }
}
