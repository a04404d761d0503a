package org.holdfast.core.risk.runs;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.holdfast.api.engine.Algorithm;
import org.holdfast.api.engine.Engine;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.api.protection.KeyRingSealedException;
import org.holdfast.core.platform.jobs.Attempt;
import org.holdfast.core.protection.basis.ScoringPermission.Refusal;
import org.holdfast.core.risk.backtest.Backtest;
import org.holdfast.core.risk.backtest.BacktestPlan;
import org.holdfast.core.risk.backtest.BacktestResult;
import org.holdfast.core.risk.backtest.BacktestTable;
import org.holdfast.core.risk.backtest.BacktestTable.StoredBacktest;
import org.holdfast.core.risk.effect.ActionSource;
import org.holdfast.core.risk.effect.EffectTable;
import org.holdfast.core.risk.features.FeatureRun;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.runs.RiskSource.Firm;
import org.holdfast.core.risk.runs.RunTable.Cause;
import org.holdfast.core.risk.runs.RunTable.Kind;
import org.holdfast.core.risk.runs.RunTable.Run;
import org.holdfast.core.risk.scoring.Drift;
import org.holdfast.core.risk.scoring.DriftCount;
import org.holdfast.core.risk.settings.RiskSettings;
import org.holdfast.core.risk.store.DriftTable;
import org.holdfast.core.risk.store.ModelTable;
import org.holdfast.core.risk.store.StoredModel;
import org.holdfast.core.risk.training.FeatureChoice;
import org.holdfast.core.risk.training.FeatureChoice.Incumbent;
import org.holdfast.core.risk.training.JobProgress;
import org.holdfast.core.risk.training.Trainer;
import org.holdfast.core.risk.training.TrainingOutcome;
import org.holdfast.core.risk.training.TrainingRules;
import org.holdfast.core.signals.Arrivals;
import org.holdfast.core.signals.Arrivals.Waiting;
import org.holdfast.launcher.audit.AuditEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs scoring and training in the background, with a row in the database that tells how far each is. */
public final class RiskRuns {
    private static final Logger LOG = LoggerFactory.getLogger(RiskRuns.class);
    static final long SEED = 20_260_101L;
    static final String NO_INDUSTRY = "noIndustry";
    static final String NO_ENGINE = "noEngine";

    private final RunTable table;
    private final ModelTable models;
    private final Arrivals arrivals;
    private final BacktestTable backtests;
    private final EffectMeasuring measuring;
    private final LawfulFeatures features;
    private final Unlearning unlearning;
    private final DriftTable drifts;
    private final Scoring.Inputs inputs;
    private final Scoring scoring;
    private final Scoring.Kept kept;
    private final Consumer<AuditEvent> audit;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();

    /**
     * Creates it.
     *
     * @param tables where runs leave what they came to
     * @param inputs where runs get what they work on
     * @param kept what is kept about risk
     * @param scoring scores
     * @param audit takes that a run begins and how it ended; a run does not begin where it throws
     */
    public RiskRuns(
            Tables tables, Scoring.Inputs inputs, Scoring.Kept kept, Scoring scoring, Consumer<AuditEvent> audit) {
        this.audit = audit;
        this.table = tables.runs();
        this.models = tables.models();
        this.arrivals = tables.arrivals();
        this.backtests = tables.backtests();
        this.unlearning = tables.care().unlearning();
        this.drifts = tables.care().drifts();
        this.inputs = inputs;
        this.kept = kept;
        this.scoring = scoring;
        this.features = new LawfulFeatures(inputs);
        this.measuring = new EffectMeasuring(inputs, kept.settings(), scoring, tables.looksBack());
    }

    /**
     * Where runs leave what they came to.
     *
     * @param runs the runs
     * @param models the trained models
     * @param arrivals who waits to be scored
     * @param looksBack what is learnt from the past
     * @param care what keeps models honest
     */
    public record Tables(RunTable runs, ModelTable models, Arrivals arrivals, LooksBack looksBack, Care care) {

        /**
         * Returns the back-tests.
         *
         * @return the table
         */
        public BacktestTable backtests() {
            return looksBack.backtests();
        }
    }

    /**
     * What is learnt from the past.
     *
     * @param backtests the back-tests
     * @param effects what actions did
     * @param actions where actions are known from besides the facts
     */
    public record LooksBack(BacktestTable backtests, EffectTable effects, Iterable<ActionSource> actions) {}

    /**
     * What keeps trained models honest.
     *
     * @param unlearning ends models that learnt from erased people
     * @param drifts how far people have moved away from those models were fitted on
     */
    public record Care(Unlearning unlearning, DriftTable drifts) {}

    /**
     * Starts a back-test.
     *
     * @param subsidiaryId the subsidiary
     * @param plan what to test
     * @param executor who does it
     * @return the run as it was noted; the back-test has the same id
     */
    public Run startBacktest(UUID subsidiaryId, BacktestPlan plan, Executor executor) {
        Run run = table.create(subsidiaryId, Kind.BACKTEST, Cause.REQUEST, plan.trainedAsOf());
        backtests.add(run.id(), subsidiaryId, plan);
        executor.execute(() -> execute(run));
        return run;
    }

    /**
     * Starts a run that somebody asked for.
     *
     * @param subsidiaryId the subsidiary
     * @param kind what it does
     * @param asOf as of which day
     * @param executor who does it
     * @return the run as it was noted
     */
    public Run start(UUID subsidiaryId, Kind kind, LocalDate asOf, Executor executor) {
        Run run = table.create(subsidiaryId, kind, Cause.REQUEST, asOf);
        executor.execute(() -> execute(run));
        return run;
    }

    /**
     * Says what the night does: it trains where a model has to be replaced after an erasure.
     *
     * @param firm the firm
     * @return what the run is to do
     */
    Kind tonight(Firm firm) {
        return unlearning.due(firm.id(), firm.zone()) ? Kind.TRAIN : Kind.SCORE;
    }

    /**
     * Takes up runs somebody asked for that were cut off by a stop of the server or a closed key ring; each begins again, which changes nothing it had done.
     *
     * @param executor who does it
     */
    public void resume(Executor executor) {
        List<Run> unfinished = table.unfinished(Cause.REQUEST);
        unfinished.forEach(run -> executor.execute(() -> execute(run)));
    }

    /**
     * Does a run on the calling thread, unless another thread does it or has done it. A run that finds the key ring
     * closed stays unfinished and is taken up when it opens.
     *
     * @param run the run
     */
    public void execute(Run run) {
        boolean unfinished =
                table.find(run.id()).filter(found -> found.endedAt() == null).isPresent();
        if (unfinished && underWay.add(run.id())) {
            try {
                perform(run);
            } finally {
                underWay.remove(run.id());
            }
        }
    }

    private void perform(Run run) {
        FutureTask<Ending> task = new FutureTask<>(() -> {
            audit.accept(event(run, AuditEvent.BEGUN, Map.of()));
            table.running(run.id(), 0);
            Ending ending = permitted(run);
            audit.accept(event(run, AuditEvent.DONE, ending.details()));
            table.ended(run.id(), "done", ending.outcome(), ending.people());
            return ending;
        });
        task.run();
        try {
            task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KeyRingSealedException) {
                LOG.info("Run {} waits for the key ring to open", run.id());
                scoring.forget();
                return;
            }
            LOG.error(
                    "Run {} of kind {} failed: it can be started again",
                    run.id(),
                    run.kind().code(),
                    e.getCause());
            table.ended(run.id(), "failed", "failed", 0);
            Attempt.of(() -> audit.accept(event(run, AuditEvent.FAILED, Map.of())))
                    .ifPresent(failure ->
                            LOG.error("That run {} failed could not be audited ({})", run.id(), Attempt.name(failure)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** People are not named: a run is about everybody in the subsidiary. */
    private static AuditEvent event(Run run, String outcome, Map<String, String> more) {
        Map<String, String> details = new TreeMap<>(more);
        details.put("run", run.id().toString());
        details.put("subsidiary", run.subsidiaryId().toString());
        details.put("cause", run.cause().code());
        details.put("asOf", run.asOf().toString());
        return AuditEvent.byServer("run." + run.kind().code(), outcome, details);
    }

    /** Permission can go between the asking and the run. */
    private Ending permitted(Run run) {
        Optional<Refusal> refusal = inputs.permission().refusal(run.subsidiaryId());
        if (refusal.isPresent()) {
            LOG.info("Run {} is not done: {}", run.id(), refusal.get().code());
            return new Ending(refusal.get().code(), 0);
        }
        return switch (run.kind()) {
            case BACKTEST -> backtest(run);
            case EFFECT -> measuring.measure(run);
            case SCORE, TRAIN -> score(run);
        };
    }

    private Ending score(Run run) {
        Waiting before = arrivals.waiting(run.subsidiaryId());
        String outcome = run.kind() == Kind.TRAIN ? trainAnew(run) : "";
        Optional<StoredModel> champion = models.champion(run.subsidiaryId());
        DriftCount count = new DriftCount(
                champion.map(model -> model.id().toString()).orElse(""),
                champion.map(model -> model.card().profiles()).orElse(List.of()));
        int people = scoring.scoreAll(run.subsidiaryId(), run.asOf(), progress(run, 0.7), count::take);
        champion.ifPresent(model -> count.drift(run.asOf()).ifPresent(drift -> watch(model, drift)));
        arrivals.settle(before);
        return new Ending(outcome, people);
    }

    private void watch(StoredModel model, Drift drift) {
        drifts.keep(model.subsidiaryId(), model.id(), drift);
        if (drift.moved() > 0) {
            LOG.warn(
                    "Of the {} features of model {} {} have moved since it was trained: train anew",
                    drift.features().size(),
                    model.id(),
                    drift.moved());
        }
    }

    private String trainAnew(Run run) {
        String outcome = train(run);
        // Whatever came of it: who was erased is in no model any more.
        int forgotten = unlearning.forget(run.subsidiaryId());
        if (forgotten > 0) {
            LOG.info("Deleted {} models that had learnt from people who were erased since", forgotten);
        }
        return outcome;
    }

    private String train(Run run) {
        Optional<Firm> firm = inputs.source().firm(run.subsidiaryId());
        Optional<IndustryModel> industry = firm.flatMap(inputs.capabilities()::industry);
        Optional<Engine> engine = inputs.capabilities().engine(run.subsidiaryId());
        if (firm.isEmpty() || industry.isEmpty()) {
            return NO_INDUSTRY;
        }
        if (engine.isEmpty()) {
            return NO_ENGINE;
        }
        List<PersonSeries> people = scoring.load(firm.get(), industry.get(), JobProgress.SILENT);
        RiskSettings settings = kept.settings().current(run.subsidiaryId());
        FeatureRun lawful = features.run(firm.get(), industry.get(), run.asOf(), people);
        TrainingOutcome outcome = new Trainer(
                        engine.get(), industry.get(), rules(settings), choice(run.subsidiaryId(), settings))
                .train(lawful, people, run.asOf(), progress(run, 0));
        models.keep(run.subsidiaryId(), run.asOf(), outcome);
        LOG.info(
                "Trained {} models for subsidiary {} with {} exits: {}",
                outcome.candidates().size(),
                run.subsidiaryId(),
                outcome.exits(),
                outcome.reason().code());
        return outcome.reason().code();
    }

    /** Nothing of a back-test goes into use, and nobody's score changes. */
    private Ending backtest(Run run) {
        Optional<Firm> firm = inputs.source().firm(run.subsidiaryId());
        Optional<IndustryModel> industry = firm.flatMap(inputs.capabilities()::industry);
        Optional<Engine> engine = inputs.capabilities().engine(run.subsidiaryId());
        Optional<BacktestPlan> plan = backtests.find(run.id()).map(StoredBacktest::plan);
        if (firm.isEmpty() || industry.isEmpty() || plan.isEmpty()) {
            return new Ending(NO_INDUSTRY, 0);
        }
        if (engine.isEmpty()) {
            return new Ending(NO_ENGINE, 0);
        }
        RiskSettings settings = kept.settings().current(run.subsidiaryId());
        LocalDate today = scoring.today(firm.get());
        Backtest.Rules rules = new Backtest.Rules(
                rules(settings).withHorizon(plan.get().horizonDays()),
                settings.evidence(),
                settings.featuresOff(),
                settings.version(),
                today);
        List<PersonSeries> people = scoring.load(firm.get(), industry.get(), JobProgress.SILENT);
        BacktestResult result = new Backtest(engine.get(), industry.get(), rules)
                .run(features.run(firm.get(), industry.get(), today, people), people, plan.get(), progress(run, 0));
        backtests.keep(run.id(), run.subsidiaryId(), result);
        LOG.info(
                "Back-tested subsidiary {} on {} rows with {} exits: {}",
                run.subsidiaryId(),
                result.tested().rows(),
                result.tested().positives(),
                result.reason());
        return new Ending(result.reason(), result.tested().rows());
    }

    private FeatureChoice choice(UUID subsidiaryId, RiskSettings settings) {
        Incumbent incumbent = models.champion(subsidiaryId)
                .flatMap(champion -> Algorithm.ofCode(champion.algorithm())
                        .map(algorithm ->
                                new Incumbent(algorithm, champion.card().features())))
                .orElse(null);
        return new FeatureChoice(settings.featuresOff(), incumbent);
    }

    static TrainingRules rules(RiskSettings settings) {
        double alert = settings.bands().threshold(settings.alertFrom()) / 10;
        int threads = Runtime.getRuntime().availableProcessors();
        return new TrainingRules(settings.horizonDays(), settings.minExits(), alert, SEED, threads);
    }

    record Ending(String outcome, int people) {
        private Map<String, String> details() {
            return Map.of("people", String.valueOf(people), "result", outcome);
        }
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
