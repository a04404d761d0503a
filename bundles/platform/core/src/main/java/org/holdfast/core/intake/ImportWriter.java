package org.holdfast.core.intake;

import jakarta.batch.api.chunk.AbstractItemWriter;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Named;
import java.util.List;

/** Does one step of an import in the chunk's transaction. */
@Named("importWriter")
@Dependent
public class ImportWriter extends AbstractItemWriter {
    private static final int ROWS_A_STEP = 2_000;

    @Override
    public void writeItems(List<Object> items) {
        for (Object item : items) {
            ((ImportRun) item).step(ROWS_A_STEP);
        }
    }
}
