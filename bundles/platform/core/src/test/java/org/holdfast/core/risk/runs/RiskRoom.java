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
import java.util.UUID;
import java.util.function.BiConsumer;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.risk.FactsOf;
import org.holdfast.core.risk.GeneratedFirm;
import org.holdfast.core.risk.Industries;
import org.holdfast.core.risk.backtest.BacktestTable;
import org.holdfast.core.risk.features.Market;
import org.holdfast.core.risk.runs.RunTable.Kind;
import org.holdfast.core.risk.runs.RunTable.Run;
import org.holdfast.core.risk.settings.SettingsTable;
import org.holdfast.core.risk.store.ModelTable;
import org.holdfast.core.risk.store.ScoreTable;
import org.holdfast.core.signals.Fact;
import org.holdfast.engine.xgboost.XgboostEngine;

/** The room of risk over a database in memory, with two hundred generated people and without any bundle. */
final class RiskRoom implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    static final RiskSource.Firm FIRM = new RiskSource.Firm(GeneratedFirm.ID, "tech", FactsOf.ZONE);

    final Map<UUID, List<Fact>> facts = new LinkedHashMap<>(new GeneratedFirm(5, 200, 34).facts());
    final List<Object> events = new ArrayList<>();
    final FixedRegistry registry = new FixedRegistry();
    final Capabilities capabilities = new Capabilities(() -> registry);
    final LocalDatabase database = LocalDatabase.inMemory();
    final TestVault vault = new TestVault();
    final SettingsTable settings = new SettingsTable(database, CLOCK);
    final ModelTable models = new ModelTable(database, vault, CLOCK);
    final ScoreTable scores = new ScoreTable(database, vault);
    final RunTable table = new RunTable(database, CLOCK);
    final BacktestTable backtests = new BacktestTable(database, vault, CLOCK);
    final CurrentScores current = new CurrentScores(scores::since, CLOCK);
    final Models inUse = new Models(models, capabilities);
    private final Scoring.Inputs inputs =
            new Scoring.Inputs(new Source(), capabilities, (subsidiary, person, category, day) -> true);
    private final Scoring.Kept kept = new Scoring.Kept(settings, inUse, scores, current);
    final Scoring scoring = new Scoring(inputs, kept, events::add, CLOCK);
    final RiskRuns runs = new RiskRuns(new RiskRuns.Tables(table, models, backtests), inputs, kept, scoring);

    RiskRoom() {
        vault.prepare(GeneratedFirm.ID, facts.keySet());
    }

    RiskRoom withIndustry() {
        registry.with(Industries.load("tech"));
        return this;
    }

    RiskRoom withEngine() {
        registry.with(new XgboostEngine());
        return this;
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

    private final class Source implements RiskSource {

        @Override
        public Optional<Firm> firm(UUID subsidiaryId) {
            return Optional.of(FIRM);
        }

        @Override
        public List<UUID> people(UUID subsidiaryId) {
            return List.copyOf(facts.keySet());
        }

        @Override
        public void facts(UUID subsidiaryId, Collection<UUID> persons, BiConsumer<UUID, List<Fact>> action) {
            persons.forEach(person -> action.accept(person, facts.get(person)));
        }

        @Override
        public Market market() {
            return Market.UNKNOWN;
        }
    }
}
