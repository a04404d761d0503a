package org.holdfast.core.retention.programmes;

import java.util.function.BooleanSupplier;
import org.holdfast.core.platform.jobs.Attempt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the effects of programmes once their months are over, before anybody among those who are counted is erased. It can be cut off
 * at any moment and begins again; while the key ring is not open, nothing is done.
 */
final class EffectSweep implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(EffectSweep.class);

    private final ProgrammeTable table;
    private final ProgrammeEffects effects;
    private final BooleanSupplier open;

    EffectSweep(ProgrammeTable table, ProgrammeEffects effects, BooleanSupplier open) {
        this.table = table;
        this.effects = effects;
        this.open = open;
    }

    @Override
    public void run() {
        if (open.getAsBoolean()) {
            Attempt.of(() -> table.all().stream().filter(Programme::begun).forEach(this::count))
                    .ifPresent(failure -> LOG.warn(
                            "Effects of programmes were not counted ({}); the next sweep tries again",
                            Attempt.name(failure)));
        }
    }

    private void count(Programme of) {
        ProgrammeEffects.MONTHS.forEach(months -> effects.counted(of, months));
    }
}
