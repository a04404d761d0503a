package org.holdfast.core.risk.runs;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.holdfast.api.protection.KeyRingSealedException;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.protection.basis.ScoringPermission.Refusal;
import org.holdfast.core.protection.basis.SignalGate;
import org.holdfast.core.risk.FactsOf;
import org.holdfast.core.risk.GeneratedFirm;
import org.holdfast.core.risk.Industries;
import org.holdfast.core.risk.backtest.BacktestTable;
import org.holdfast.core.risk.effect.ActionSource;
import org.holdfast.core.risk.effect.EffectTable;
import org.holdfast.core.risk.features.FeatureRun;
import org.holdfast.core.risk.features.Market;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.features.SeriesBuilder;
import org.holdfast.core.risk.runs.RunTable.Kind;
import org.holdfast.core.risk.runs.RunTable.Run;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.settings.RiskSettings;
import org.holdfast.core.risk.settings.SettingsTable;
import org.holdfast.core.risk.store.DriftTable;
import org.holdfast.core.risk.store.ModelTable;
import org.holdfast.core.risk.store.ScoreTable;
import org.holdfast.core.signals.Arrivals;
import org.holdfast.core.signals.Fact;
import org.holdfast.engine.xgboost.XgboostEngine;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditFailure;
import org.jspecify.annotations.Nullable;

/**
 * The room of risk over a database in memory, with generated people. Its bundles can be put in and taken away, its key ring
 * closed.
 */
final class RiskRoom implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    static final RiskSource.Firm FIRM = new RiskSource.Firm(GeneratedFirm.ID, "tech", FactsOf.ZONE);

    final Map<UUID, List<Fact>> facts;
    final List<Object> events = new ArrayList<>();
    final Object industry = Industries.load("tech");
    final Object engine = new XgboostEngine();
    final FixedRegistry registry = new FixedRegistry();
    final Capabilities capabilities = new Capabilities(() -> registry);
    final LocalDatabase database = LocalDatabase.fresh();
    final TestVault vault = new TestVault();
    final Source source = new Source();
    final SettingsTable settings;
    final ModelTable models;
    final ScoreTable scores = new ScoreTable(database, vault);
    final RunTable table;
    final Arrivals arrivals;
    final BacktestTable backtests;
    final EffectTable effects;
    final List<ActionSource> planned = new ArrayList<>();
    final CurrentScores current;
    final Models inUse;
    /** What the market pays for every post, NaN where that is not known; a test sets it. */
    double median = Double.NaN;
    /** What the gate lets through; a test closes it. */
    BiPredicate<UUID, DataCategory> open = (person, category) -> true;
    /** A real gate in place of {@link #open}; a test sets it. */
    @Nullable
    SignalGate gate;

    /** Why nobody may be scored; a test sets it. */
    @Nullable
    Refusal refusal;

    final Scoring.Inputs inputs =
            new Scoring.Inputs(source, capabilities, new Gate(), subsidiary -> Optional.ofNullable(refusal));
    /** What was audited. */
    final List<AuditEvent> audited = new ArrayList<>();
    /** Whether the audit log takes nothing; a test sets it. */
    boolean auditFull;

    /** When people were erased; a test adds to it. */
    final List<Instant> erased = new ArrayList<>();

    final DriftTable drifts = new DriftTable(database, vault);
    final Unlearning unlearning;
    final Scoring scoring;
    final RiskRuns runs;
    final LawfulScores lawful;

    /** Two hundred people and no bundle. */
    RiskRoom() {
        this(CLOCK, 200);
    }

    private RiskRoom(Clock clock, int people) {
        facts = new LinkedHashMap<>(new GeneratedFirm(5, people, 34).facts());
        vault.prepare(GeneratedFirm.ID, facts.keySet());
        settings = new SettingsTable(database, clock);
        models = new ModelTable(database, vault, clock);
        table = new RunTable(database, clock);
        arrivals = new Arrivals(database, clock);
        backtests = new BacktestTable(database, vault, clock);
        effects = new EffectTable(database, vault);
        current = restarted();
        inUse = new Models(models, capabilities);
        unlearning = new Unlearning(models, inUse, subsidiary -> erased, clock);
        Scoring.Kept kept = new Scoring.Kept(settings, inUse, scores, current);
        lawful = new LawfulScores(inputs, kept, clock);
        scoring = new Scoring(inputs, kept, events::add, clock, Runnable::run);
        runs = new RiskRuns(
                new RiskRuns.Tables(
                        table,
                        models,
                        arrivals,
                        new RiskRuns.LooksBack(backtests, effects, planned),
                        new RiskRuns.Care(unlearning, drifts)),
                inputs,
                kept,
                scoring,
                this::audit);
    }

    /** Two hundred people, whose history is enough to train on. */
    static RiskRoom trainable(Clock clock) {
        RiskRoom room = new RiskRoom(clock, 200).withIndustry().withEngine();
        room.settings.put(GeneratedFirm.ID, RiskSettings.STANDARD.withMinExits(20));
        return room;
    }

    /** Sixty people on a scorecard. */
    static RiskRoom small(Clock clock) {
        return new RiskRoom(clock, 60).withIndustry();
    }

    private void audit(AuditEvent event) {
        if (auditFull) {
            throw new AuditFailure("full");
        }
        audited.add(event);
    }

    RiskRoom withIndustry() {
        registry.with(industry);
        return this;
    }

    RiskRoom withEngine() {
        registry.with(engine);
        return this;
    }

    /** Whether a person is employed at the end of the generated history. */
    boolean employed(UUID person) {
        PersonSeries series = new SeriesBuilder(Industries.load("tech"), FactsOf.ZONE).build(person, facts.get(person));
        return !FeatureRun.employed(GeneratedFirm.END, List.of(series)).isEmpty();
    }

    /** Current scores that have nothing in memory, as after a restart. */
    CurrentScores restarted() {
        return new CurrentScores(new StoredScores(() -> List.of(GeneratedFirm.ID), table, scores));
    }

    /** A recomputation that has nothing in memory, as after a restart. */
    Recomputation recomputation() {
        return new Recomputation(models, new Models(models, capabilities), capabilities, settings);
    }

    Run run(Kind kind) {
        return run(kind, GeneratedFirm.END);
    }

    Run run(Kind kind, LocalDate asOf) {
        Run run = runs.start(GeneratedFirm.ID, kind, asOf, Runnable::run);
        return table.find(run.id()).orElseThrow();
    }

    Map<UUID, Double> margins() {
        Map<UUID, Double> margins = new LinkedHashMap<>();
        current.all()
                .forEach(found ->
                        margins.put(found.score().personId(), found.score().margin()));
        return margins;
    }

    @Override
    public void close() {
        database.close();
    }

    private final class Gate implements SignalGate {
        @Override
        public boolean lets(UUID subsidiary, UUID person, DataCategory category, LocalDate day) {
            return gate == null ? open.test(person, category) : gate.lets(subsidiary, person, category, day);
        }

        @Override
        public boolean mayScore(UUID subsidiary, UUID person) {
            return gate == null || gate.mayScore(subsidiary, person);
        }

        @Override
        public SignalGate read(UUID subsidiary, Collection<UUID> persons) {
            return gate == null ? this : gate.read(subsidiary, persons);
        }
    }

    final class Source implements RiskSource {
        boolean sealed;
        boolean broken;

        @Override
        public Optional<Firm> firm(UUID subsidiaryId) {
            return Optional.of(FIRM);
        }

        @Override
        public List<UUID> people(UUID subsidiaryId) {
            if (sealed) {
                throw new KeyRingSealedException("closed");
            }
            if (broken) {
                throw new IllegalStateException("broken");
            }
            return List.copyOf(facts.keySet());
        }

        @Override
        public void facts(UUID subsidiaryId, Collection<UUID> persons, BiConsumer<UUID, List<Fact>> action) {
            persons.forEach(person -> action.accept(person, facts.get(person)));
        }

        @Override
        public Market market() {
            return Double.isNaN(median) ? Market.UNKNOWN : (post, day) -> OptionalDouble.of(median);
        }
    }

    /** All scores stored since a day, oldest first. */
    List<RiskScore> stored(LocalDate day) {
        List<RiskScore> found = new ArrayList<>();
        scores.since(GeneratedFirm.ID, day, found::add);
        return found;
    }
}
