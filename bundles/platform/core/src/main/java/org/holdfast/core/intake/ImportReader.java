package org.holdfast.core.intake;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.chunk.AbstractItemReader;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens the import of a job, and hands it to the writer as long as it has steps. */
@Named("importReader")
@Dependent
public class ImportReader extends AbstractItemReader {
    @Inject
    private Imports imports;

    @Inject
    @BatchProperty(name = "importId")
    private String importId;

    private @Nullable ImportRun run;

    @Override
    public void open(@Nullable Serializable checkpoint) {
        run = imports.open(UUID.fromString(importId)).orElse(null);
    }

    @Override
    public @Nullable Object readItem() {
        return run == null || run.ended() ? null : run;
    }

    @Override
    public void close() {
        if (run != null) {
            run.close();
        }
    }
}
