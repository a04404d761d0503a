package org.holdfast.core.risk.runs;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.holdfast.api.protection.KeyRingSealedException;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.risk.FactsOf;
import org.holdfast.core.risk.GeneratedFirm;
import org.holdfast.core.risk.Industries;
import org.holdfast.core.risk.features.Market;
import org.holdfast.core.risk.settings.SettingsTable;
import org.holdfast.core.risk.store.ModelTable;
import org.holdfast.core.risk.store.ScoreTable;
import org.holdfast.core.signals.Arrivals;
import org.holdfast.core.signals.Fact;

/** A small firm on a scorecard with the room of risk around it; its key ring can be closed, its bundle taken away. */
final class RiskWorld implements AutoCloseable {
    final Map<UUID, List<Fact>> facts = new LinkedHashMap<>(new GeneratedFirm(5, 60, 34).facts());
    final List<Object> events = new ArrayList<>();
    final LocalDatabase database = LocalDatabase.inMemory();
    final Object industry = Industries.load("tech");
    final FixedRegistry registry = new FixedRegistry().with(industry);
    final Source source = new Source();
    final SettingsTable settings;
    final CurrentScores current;
    final RunTable table;
    final Arrivals arrivals;
    final Scoring scoring;
    final Scoring.Inputs inputs;
    final RiskRuns runs;

    RiskWorld(Clock clock) {
        TestVault vault = new TestVault();
        vault.prepare(GeneratedFirm.ID, facts.keySet());
        Capabilities capabilities = new Capabilities(() -> registry);
        ModelTable models = new ModelTable(database, vault, clock);
        ScoreTable scores = new ScoreTable(database, vault);
        settings = new SettingsTable(database, clock);
        current = new CurrentScores(scores::since, clock);
        table = new RunTable(database, clock);
        arrivals = new Arrivals(database, clock);
        inputs = new Scoring.Inputs(source, capabilities, (subsidiary, person, category, day) -> true);
        Scoring.Kept kept = new Scoring.Kept(settings, new Models(models, capabilities), scores, current);
        scoring = new Scoring(inputs, kept, events::add, clock);
        runs = new RiskRuns(new RiskRuns.Tables(table, models, arrivals), inputs, kept, scoring);
    }

    @Override
    public void close() {
        database.close();
    }

    final class Source implements RiskSource {
        boolean sealed;
        boolean broken;

        @Override
        public Optional<Firm> firm(UUID subsidiaryId) {
            return Optional.of(new Firm(GeneratedFirm.ID, "tech", FactsOf.ZONE));
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
            return Market.UNKNOWN;
        }
    }
}
