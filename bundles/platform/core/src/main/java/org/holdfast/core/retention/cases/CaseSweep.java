package org.holdfast.core.retention.cases;

import java.util.function.BooleanSupplier;
import org.holdfast.core.platform.jobs.Attempt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the clock of cases go on in the background, while the key ring is open. A sweep that fails is repeated by the next one. */
final class CaseSweep implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(CaseSweep.class);

    private final CaseClock clock;
    private final BooleanSupplier open;

    CaseSweep(CaseClock clock, BooleanSupplier open) {
        this.clock = clock;
        this.open = open;
    }

    @Override
    public void run() {
        if (!open.getAsBoolean()) {
            return;
        }
        Attempt.of(() -> {
                    int moved = clock.tick();
                    if (moved > 0) {
                        LOG.info("Opened or moved {} cases", moved);
                    }
                })
                .ifPresent(failure -> LOG.warn(
                        "Cases were not opened or moved ({}); the next sweep tries again", Attempt.name(failure)));
    }
}
