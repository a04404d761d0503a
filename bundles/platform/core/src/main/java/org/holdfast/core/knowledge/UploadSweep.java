package org.holdfast.core.knowledge;

import java.util.function.BooleanSupplier;
import org.holdfast.core.platform.jobs.Attempt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes uploads that nobody goes on with. It can be cut off at any moment and begins again. */
final class UploadSweep implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(UploadSweep.class);

    private final UploadDesk desk;
    private final BooleanSupplier open;

    UploadSweep(UploadDesk desk, BooleanSupplier open) {
        this.desk = desk;
        this.open = open;
    }

    @Override
    public void run() {
        if (open.getAsBoolean()) {
            Attempt.of(this::sweep)
                    .ifPresent(failure -> LOG.warn(
                            "Unfinished uploads were not removed ({}); the next sweep tries again",
                            Attempt.name(failure)));
        }
    }

    private void sweep() {
        int removed = desk.sweep();
        if (removed > 0) {
            LOG.info("{} unfinished uploads were removed", removed);
        }
    }
}
