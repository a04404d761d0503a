package org.holdfast.core.risk;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.holdfast.api.jurisdiction.RetentionRule;
import org.holdfast.core.people.People;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.jobs.JobSource;
import org.holdfast.core.platform.jobs.JobView;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.protection.KeyRingClosed;
import org.holdfast.core.protection.KeyRingOpened;
import org.holdfast.core.protection.Vault;
import org.holdfast.core.protection.basis.BasesChanged;
import org.holdfast.core.protection.basis.ProcessingScope;
import org.holdfast.core.protection.basis.ScoringPermission;
import org.holdfast.core.protection.basis.ScoringStops;
import org.holdfast.core.protection.basis.SignalGate;
import org.holdfast.core.protection.erasure.AgedRecords;
import org.holdfast.core.protection.erasure.AgedTable;
import org.holdfast.core.protection.erasure.Erasure;
import org.holdfast.core.protection.erasure.Erasures;
import org.holdfast.core.protection.erasure.Ground;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.erasure.TableTraces;
import org.holdfast.core.protection.rights.PersonRecords;
import org.holdfast.core.risk.backtest.BacktestTable;
import org.holdfast.core.risk.effect.ActionSource;
import org.holdfast.core.risk.effect.EffectTable;
import org.holdfast.core.risk.rest.FeatureCatalog;
import org.holdfast.core.risk.rest.OpenAlerts;
import org.holdfast.core.risk.rest.ReasonWords;
import org.holdfast.core.risk.rest.RiskPresenter;
import org.holdfast.core.risk.rest.RunDesk;
import org.holdfast.core.risk.rest.ScoreRecords;
import org.holdfast.core.risk.rest.WatchList;
import org.holdfast.core.risk.runs.Capabilities;
import org.holdfast.core.risk.runs.CurrentScores;
import org.holdfast.core.risk.runs.InstalledScope;
import org.holdfast.core.risk.runs.LawfulScores;
import org.holdfast.core.risk.runs.Models;
import org.holdfast.core.risk.runs.Recomputation;
import org.holdfast.core.risk.runs.Rescoring;
import org.holdfast.core.risk.runs.RiskRuns;
import org.holdfast.core.risk.runs.RiskSource;
import org.holdfast.core.risk.runs.RunTable;
import org.holdfast.core.risk.runs.Scoring;
import org.holdfast.core.risk.runs.StoredRiskSource;
import org.holdfast.core.risk.runs.StoredScores;
import org.holdfast.core.risk.runs.Unlearning;
import org.holdfast.core.risk.settings.SettingsTable;
import org.holdfast.core.risk.store.DriftTable;
import org.holdfast.core.risk.store.ModelTable;
import org.holdfast.core.risk.store.ScoreTable;
import org.holdfast.core.signals.Arrivals;
import org.holdfast.core.signals.MarketPay;
import org.holdfast.core.signals.SignalStore;
import org.holdfast.core.signals.SignalsArrived;
import org.holdfast.launcher.host.Host;
import org.holdfast.launcher.registry.CapabilityRegistry;

/** Makes the beans of this room and listens for new signals. */
@ApplicationScoped
public class RiskBeans {
    @Resource
    private ManagedExecutorService executor;

    @Produces
    @Singleton
    RiskSource source(People people, SignalStore signals, MarketPay pay) {
        return new StoredRiskSource(people, signals, pay);
    }

    @Produces
    @Singleton
    Capabilities capabilities(CapabilityRegistry registry) {
        return new Capabilities(() -> registry);
    }

    @Produces
    @Singleton
    ProcessingScope processingScope(RiskSource source, Capabilities capabilities) {
        return new InstalledScope(source, capabilities);
    }

    @Produces
    @Singleton
    SettingsTable settings(Database database, Clock clock) {
        return new SettingsTable(database, clock);
    }

    @Produces
    @Singleton
    ScoreTable scores(Database database, Vault vault) {
        return new ScoreTable(database, vault);
    }

    @Produces
    @Singleton
    PersonTraces scoreTraces(CurrentScores current, Scoring scoring) {
        return new TableTraces("scores", List.of("risk_score"), person -> {
            current.forget(List.of(person));
            scoring.forget();
        });
    }

    @Produces
    @Singleton
    PersonRecords scoreRecords(ScoreTable scores, LawfulScores lawful, Texts texts) {
        return new ScoreRecords(scores, lawful, new ReasonWords(texts));
    }

    @Produces
    @Singleton
    AgedRecords agedScores(Database database) {
        return new AgedTable(RetentionRule.Kind.SCORES, database, "risk_score", "as_of", day -> day);
    }

    @Produces
    @Singleton
    ModelTable models(Database database, Vault vault, Clock clock) {
        return new ModelTable(database, vault, clock);
    }

    @Produces
    @Singleton
    RunTable runs(Database database, Clock clock) {
        return new RunTable(database, clock);
    }

    @Produces
    @Singleton
    Models modelsInUse(ModelTable table, Capabilities capabilities) {
        return new Models(table, capabilities);
    }

    @Produces
    @Singleton
    Recomputation recomputation(ModelTable table, Models models, Capabilities capabilities, SettingsTable settings) {
        return new Recomputation(table, models, capabilities, settings);
    }

    @Produces
    @Singleton
    CurrentScores currentScores(People people, RunTable runs, ScoreTable scores, ScoringStops stops) {
        return new CurrentScores(new StoredScores(
                () -> people.subsidiaries().stream()
                        .map(Subsidiary::id)
                        .filter(id -> !stops.stopped(id))
                        .toList(),
                runs,
                scores));
    }

    @Produces
    @Singleton
    Scoring.Inputs inputs(RiskSource source, Capabilities capabilities, SignalGate gate, ScoringPermission permission) {
        return new Scoring.Inputs(source, capabilities, gate, permission);
    }

    @Produces
    @Singleton
    Scoring.Kept kept(SettingsTable settings, Models models, ScoreTable scores, CurrentScores current) {
        return new Scoring.Kept(settings, models, scores, current);
    }

    @Produces
    @Singleton
    Scoring scoring(Scoring.Inputs inputs, Scoring.Kept kept, @Any Event<Object> events, Clock clock) {
        return new Scoring(inputs, kept, events::fire, clock, executor);
    }

    @Produces
    @Singleton
    BacktestTable backtests(Database database, Vault vault, Clock clock) {
        return new BacktestTable(database, vault, clock);
    }

    @Produces
    @Singleton
    Unlearning unlearning(ModelTable models, Models loaded, Erasures erasures, Clock clock) {
        return new Unlearning(
                models,
                loaded,
                subsidiary -> erasures.of(subsidiary).stream()
                        // Nobody learns from what was kept by law.
                        .filter(erasure -> erasure.ground() != Ground.STATUTORY_ENDED)
                        .map(Erasure::at)
                        .toList(),
                clock);
    }

    @Produces
    @Singleton
    DriftTable drifts(Database database, Vault vault) {
        return new DriftTable(database, vault);
    }

    @Produces
    @Singleton
    RiskRuns.Care care(Unlearning unlearning, DriftTable drifts) {
        return new RiskRuns.Care(unlearning, drifts);
    }

    @Produces
    @Singleton
    RiskRuns.Tables runTables(
            RunTable runs, ModelTable models, Arrivals arrivals, RiskRuns.LooksBack looksBack, RiskRuns.Care care) {
        return new RiskRuns.Tables(runs, models, arrivals, looksBack, care);
    }

    @Produces
    @Singleton
    RiskRuns.LooksBack looksBack(
            BacktestTable backtests, Database database, Vault vault, @Any Instance<ActionSource> actions) {
        return new RiskRuns.LooksBack(backtests, new EffectTable(database, vault), actions);
    }

    @Produces
    @Singleton
    RiskRuns riskRuns(RiskRuns.Tables tables, Scoring.Inputs inputs, Scoring.Kept kept, Scoring scoring, Host host) {
        return new RiskRuns(tables, inputs, kept, scoring, host.audit()::append);
    }

    @Produces
    @Singleton
    Rescoring rescoring(Arrivals arrivals, RiskRuns runs, Rescoring.Work work, Clock clock) {
        return new Rescoring(arrivals, runs, work, clock);
    }

    @Produces
    @Singleton
    LawfulScores lawful(Scoring.Inputs inputs, Scoring.Kept kept, Clock clock) {
        return new LawfulScores(inputs, kept, clock);
    }

    @Produces
    @Singleton
    Rescoring.Work work(RunTable table, Scoring scoring, RiskSource source, LawfulScores lawful) {
        return new Rescoring.Work(table, scoring, source, lawful);
    }

    @Produces
    @Singleton
    JobSource jobs(RunTable table) {
        return id -> table.find(id).map(RiskBeans::job);
    }

    private static JobView job(RunTable.Run run) {
        return new JobView(
                run.id(),
                run.kind().name().toLowerCase(Locale.ROOT),
                run.state(),
                run.progress(),
                run.state().equals("failed") ? run.outcome() : "",
                run.startedAt().atOffset(ZoneOffset.UTC),
                run.endedAt() == null ? null : run.endedAt().atOffset(ZoneOffset.UTC));
    }

    void forget(@Observes KeyRingClosed closed, CurrentScores current, Scoring scoring) {
        current.drop();
        scoring.forget();
    }

    void resume(@Observes KeyRingOpened opened, RiskRuns runs, Rescoring rescoring, CurrentScores current) {
        // Opening the scores of a large group takes seconds, which nobody who looks first shall wait for.
        executor.execute(current::version);
        runs.resume(executor);
        rescoring.goOn(executor);
    }

    @Produces
    @Singleton
    RunDesk desk(Scoring.Inputs inputs, RiskRuns starter, RiskRuns.Tables kept, Clock clock) {
        return new RunDesk(inputs.source(), starter, kept, executor, clock, inputs.permission());
    }

    @Produces
    @Singleton
    FeatureCatalog featureCatalog(RiskSource source, Capabilities capabilities, Texts texts) {
        return new FeatureCatalog(source, capabilities, texts);
    }

    @Produces
    @Singleton
    RiskPresenter presenter(Texts texts, Capabilities capabilities, RiskPresenter.Tables tables, Clock clock) {
        return new RiskPresenter(texts, capabilities, tables, clock);
    }

    @Produces
    @Singleton
    RiskPresenter.Tables tables(ScoreTable scores, ModelTable models, SettingsTable settings, LawfulScores lawful) {
        return new RiskPresenter.Tables(scores, models, settings, lawful);
    }

    @Produces
    @Singleton
    WatchList watchList(People people, CurrentScores current, Texts texts, Instance<OpenAlerts> alerts) {
        return new WatchList(
                people,
                current,
                new ReasonWords(texts),
                (person, reader) -> alerts.isResolvable() ? alerts.get().of(person, reader) : Optional.empty());
    }

    /**
     * Hides at once what may no longer be shown when what the scoring rests on changes, and scores everybody anew.
     *
     * @param changed where that was
     * @param current the current scores
     * @param arrivals notes that everybody is to be scored
     * @param rescoring hides scores, and scores people anew
     */
    void onBasesChanged(@Observes BasesChanged changed, CurrentScores current, Arrivals arrivals, Rescoring rescoring) {
        current.drop();
        rescoring.hide(changed.subsidiaryId());
        arrivals.noteEverybody(changed.subsidiaryId());
        rescoring.soon(new SignalsArrived(changed.subsidiaryId(), true), executor);
    }

    /**
     * Scores people anew in the background when signals about them have arrived.
     *
     * @param arrived where that was
     * @param rescoring scores them
     */
    void onSignals(@Observes SignalsArrived arrived, Rescoring rescoring) {
        rescoring.soon(arrived, executor);
    }
}
