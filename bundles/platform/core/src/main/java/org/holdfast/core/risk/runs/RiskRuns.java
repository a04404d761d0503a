package org.holdfast.core.risk.runs;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.holdfast.api.engine.Engine;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.protection.SignalGate;
import org.holdfast.core.risk.features.FeatureRun;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.features.Surroundings;
import org.holdfast.core.risk.runs.RiskSource.Firm;
import org.holdfast.core.risk.runs.RunTable.Kind;
import org.holdfast.core.risk.runs.RunTable.Run;
import org.holdfast.core.risk.settings.RiskSettings;
import org.holdfast.core.risk.store.ModelTable;
import org.holdfast.core.risk.training.JobProgress;
import org.holdfast.core.risk.training.Trainer;
import org.holdfast.core.risk.training.TrainingOutcome;
import org.holdfast.core.risk.training.TrainingRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs scoring and training in the background, with a row in the database that tells how far each is. */
public final class RiskRuns {
    private static final Logger LOG = LoggerFactory.getLogger(RiskRuns.class);
    private static final long SEED = 20_260_101L;

    private final RunTable table;
    private final ModelTable models;
    private final Scoring.Inputs inputs;
    private final Scoring scoring;
    private final Scoring.Kept kept;

    /**
     * Creates it.
     *
     * @param table the runs
     * @param models the trained models
     * @param inputs where runs get what they work on
     * @param kept what is kept about risk
     * @param scoring scores
     */
    public RiskRuns(RunTable table, ModelTable models, Scoring.Inputs inputs, Scoring.Kept kept, Scoring scoring) {
        this.table = table;
        this.models = models;
        this.inputs = inputs;
        this.kept = kept;
        this.scoring = scoring;
    }

    /**
     * Starts a run.
     *
     * @param subsidiaryId the subsidiary
     * @param kind what it does
     * @param asOf as of which day
     * @param executor who does it
     * @return the run as it was noted
     */
    public Run start(UUID subsidiaryId, Kind kind, LocalDate asOf, Executor executor) {
        Run run = table.create(subsidiaryId, kind, asOf);
        executor.execute(() -> execute(run));
        return run;
    }

    /**
     * Takes up runs that were cut off by a stop of the server; each begins again, which changes nothing it had done.
     *
     * @param executor who does it
     */
    public void resume(Executor executor) {
        List<Run> unfinished = table.unfinished();
        unfinished.forEach(run -> executor.execute(() -> execute(run)));
    }

    /**
     * Does a run on the calling thread.
     *
     * @param run the run
     */
    public void execute(Run run) {
        Callable<String> work = run.kind() == Kind.TRAIN ? () -> train(run) : () -> "";
        FutureTask<String> task = new FutureTask<>(() -> {
            table.running(run.id(), 0);
            String outcome = work.call();
            int people = scoring.scoreAll(run.subsidiaryId(), run.asOf(), progress(run, 0.7));
            table.ended(run.id(), "done", outcome, people);
            return outcome;
        });
        task.run();
        try {
            task.get();
        } catch (ExecutionException e) {
            LOG.error(
                    "Run {} of kind {} failed: it can be started again",
                    run.id(),
                    run.kind().code(),
                    e.getCause());
            table.ended(run.id(), "failed", "failed", 0);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String train(Run run) {
        Optional<Firm> firm = inputs.source().firm(run.subsidiaryId());
        Optional<IndustryModel> industry = firm.flatMap(inputs.capabilities()::industry);
        Optional<Engine> engine = inputs.capabilities().engine(run.subsidiaryId());
        if (firm.isEmpty() || industry.isEmpty()) {
            return "noIndustry";
        }
        if (engine.isEmpty()) {
            return "noEngine";
        }
        List<PersonSeries> people = scoring.load(firm.get(), industry.get(), JobProgress.SILENT);
        RiskSettings settings = kept.settings().current(run.subsidiaryId());
        FeatureRun features = new FeatureRun(
                industry.get(),
                run.subsidiaryId(),
                lawfulNow(run, people),
                new Surroundings(people, inputs.source().market()));
        TrainingOutcome outcome = new Trainer(engine.get(), industry.get(), rules(settings))
                .train(features, people, run.asOf(), progress(run, 0));
        models.keep(run.subsidiaryId(), run.asOf(), outcome);
        LOG.info(
                "Trained {} models for subsidiary {} with {} exits: {}",
                outcome.candidates().size(),
                run.subsidiaryId(),
                outcome.exits(),
                outcome.reason().code());
        return outcome.reason().code();
    }

    /**
     * Training is a use of data today, so today's basis decides. Job-site data moreover counts only for the days a
     * consent covered: on others nobody was looking, which is not the same as nothing happening.
     */
    private SignalGate lawfulNow(Run run, List<PersonSeries> people) {
        List<UUID> ids = people.stream().map(PersonSeries::id).toList();
        SignalGate gate = inputs.gate().read(run.subsidiaryId(), ids);
        LocalDate today = run.asOf();
        return (subsidiary, person, category, day) -> gate.lets(subsidiary, person, category, today)
                && (category != DataCategory.JOB_SITE || gate.lets(subsidiary, person, category, day));
    }

    private static TrainingRules rules(RiskSettings settings) {
        double alert = settings.bands().threshold(settings.alertFrom()) / 10;
        int threads = Runtime.getRuntime().availableProcessors();
        return new TrainingRules(settings.horizonDays(), settings.minExits(), alert, SEED, threads);
    }

    private JobProgress progress(Run run, double from) {
        double[] told = {from};
        return (share, step) -> {
            double reached = from + 0.7 * share * (from == 0 ? 1 : (1 - from) / 0.7);
            if (reached - told[0] >= 0.02) {
                told[0] = reached;
                table.running(run.id(), Math.min(0.99, reached));
            }
        };
    }
}
