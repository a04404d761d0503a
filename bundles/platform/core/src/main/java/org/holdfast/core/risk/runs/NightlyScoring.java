package org.holdfast.core.risk.runs;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.api.ErrorCode;
import org.holdfast.api.HoldfastException;
import org.holdfast.core.platform.jobs.RecurringJob;
import org.holdfast.core.protection.basis.ScoringPermission.Refusal;
import org.holdfast.core.risk.runs.RiskSource.Firm;
import org.holdfast.core.risk.runs.RunTable.Cause;
import org.holdfast.core.risk.runs.RunTable.Run;
import org.holdfast.core.risk.settings.SettingsTable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Scores every subsidiary that has an industry model once a night, at a time of its own in its own zone, as of the day
 * that has begun; trains first where somebody a model learnt from was erased. Its instances are ids of subsidiaries. Safe for use from many threads.
 */
public final class NightlyScoring implements RecurringJob {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyScoring.class);

    private final RunTable table;
    private final RiskRuns runs;
    private final Scoring.Inputs inputs;
    private final SettingsTable settings;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param table the runs
     * @param runs does them
     * @param inputs which firms there are, and what their bundles can
     * @param settings says at what time
     * @param clock the time
     */
    public NightlyScoring(RunTable table, RiskRuns runs, Scoring.Inputs inputs, SettingsTable settings, Clock clock) {
        this.table = table;
        this.runs = runs;
        this.inputs = inputs;
        this.settings = settings;
        this.clock = clock;
    }

    /** What can go wrong at night. */
    private enum NightError implements ErrorCode {
        /** The run failed or was cut off; its row says more. */
        RUN_NOT_DONE;

        @Override
        public Category category() {
            return Category.INTERNAL;
        }
    }

    @Override
    public String name() {
        return "nightly-scoring";
    }

    @Override
    public Optional<Instant> next(String instance, Instant after) {
        UUID subsidiaryId = UUID.fromString(instance);
        return inputs.source().firm(subsidiaryId).map(firm -> {
            LocalTime time = settings.current(subsidiaryId).nightlyTime();
            ZonedDateTime now = after.atZone(firm.zone());
            // Where the clock is set forward over that time it comes right after; where it is set back, once.
            Instant today = now.toLocalDate().atTime(time).atZone(firm.zone()).toInstant();
            return today.isAfter(after)
                    ? today
                    : now.toLocalDate()
                            .plusDays(1)
                            .atTime(time)
                            .atZone(firm.zone())
                            .toInstant();
        });
    }

    @Override
    public void run(String instance) {
        UUID subsidiaryId = UUID.fromString(instance);
        Optional<Firm> firm = inputs.source().firm(subsidiaryId);
        if (firm.flatMap(inputs.capabilities()::industry).isEmpty()) {
            LOG.info("Subsidiary {} has no industry model and is not scored tonight", subsidiaryId);
            return;
        }
        Optional<Refusal> refusal = inputs.permission().refusal(subsidiaryId);
        if (refusal.isPresent()) {
            LOG.info(
                    "Subsidiary {} is not scored tonight: {}",
                    subsidiaryId,
                    refusal.get().code());
            return;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), firm.get().zone());
        if (table.doneAtNight(subsidiaryId, today)) {
            return;
        }
        Run run = table.takeUp(subsidiaryId, runs.tonight(firm.get()), Cause.NIGHT, today);
        runs.execute(run);
        boolean done = table.find(run.id())
                .filter(after -> after.state().equals("done"))
                .isPresent();
        if (!done) {
            throw new HoldfastException(
                    NightError.RUN_NOT_DONE, "Run " + run.id() + " did not come to its end and is tried again.");
        }
    }
}
