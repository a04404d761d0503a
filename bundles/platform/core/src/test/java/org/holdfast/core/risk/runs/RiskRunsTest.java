package org.holdfast.core.risk.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.risk.BandCrossed;
import org.holdfast.core.risk.FactsOf;
import org.holdfast.core.risk.GeneratedFirm;
import org.holdfast.core.risk.Industries;
import org.holdfast.core.risk.features.Market;
import org.holdfast.core.risk.runs.RunTable.Kind;
import org.holdfast.core.risk.runs.RunTable.Run;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.ModelIdentity;
import org.holdfast.core.risk.scoring.RiskScore.Why;
import org.holdfast.core.risk.settings.RiskSettings;
import org.holdfast.core.risk.settings.SettingsTable;
import org.holdfast.core.risk.store.ModelTable;
import org.holdfast.core.risk.store.ScoreTable;
import org.holdfast.core.risk.store.StoredModel.Role;
import org.holdfast.core.signals.Fact;
import org.holdfast.engine.xgboost.XgboostEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RiskRunsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private final Map<UUID, List<Fact>> facts = new LinkedHashMap<>(new GeneratedFirm(5, 200, 34).facts());
    private final List<Object> events = new ArrayList<>();
    private final LocalDatabase database = LocalDatabase.inMemory();
    private final TestVault vault = new TestVault();
    private final FixedRegistry registry = new FixedRegistry();
    private final Capabilities capabilities = new Capabilities(() -> registry);
    private final SettingsTable settings = new SettingsTable(database, CLOCK);
    private final ModelTable models = new ModelTable(database, vault, CLOCK);
    private final Models inUse = new Models(models, capabilities);
    private final ScoreTable scores = new ScoreTable(database, vault);
    private final CurrentScores current = new CurrentScores(scores::since, CLOCK);
    private final RunTable table = new RunTable(database, CLOCK);
    private final Scoring.Inputs inputs =
            new Scoring.Inputs(new Source(), capabilities, (subsidiary, person, category, day) -> true);
    private final Scoring.Kept kept = new Scoring.Kept(settings, inUse, scores, current);
    private final Scoring scoring = new Scoring(inputs, kept, events::add, CLOCK, Runnable::run);
    private final RiskRuns runs = new RiskRuns(table, models, inputs, kept, scoring);

    RiskRunsTest() {
        vault.prepare(GeneratedFirm.ID, facts.keySet());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void withoutAnIndustryEveryScoreIsUnknownForThatReason() {
        run(Kind.SCORE);

        assertThat(current.all()).hasSize(200).allSatisfy(found -> {
            assertThat(found.score().band()).isEqualTo(Band.UNKNOWN);
            assertThat(found.score().why()).isEqualTo(Why.NO_INDUSTRY);
        });
    }

    @Test
    void aRunGivesTheSameBitsAgainAndAnyScoreCanBeRecomputedAfterARestart() {
        registry.with(Industries.load("tech"));
        run(Kind.SCORE);
        Map<UUID, Double> first = margins();
        Run second = run(Kind.SCORE);

        assertThat(margins()).isEqualTo(first);
        assertThat(table.find(second.id()).orElseThrow().state()).isEqualTo("done");
        assertThat(new CurrentScores(scores::since, CLOCK).all()).hasSameSizeAs(first.keySet());
        Recomputation recomputation = new Recomputation(models, inUse, capabilities);
        scores.since(GeneratedFirm.END, score -> {
            if (score.band() != Band.UNKNOWN) {
                assertThat(recomputation.margin(score, Source.FIRM)).contains(score.margin());
            }
        });
    }

    @Test
    void aNewSignalCountsAtOnceAndACrossedBandIsTold() {
        registry.with(Industries.load("tech"));
        run(Kind.SCORE);
        UUID person = current.all().stream()
                .filter(found -> found.score().band() == Band.LOW)
                .findFirst()
                .orElseThrow()
                .score()
                .personId();
        events.clear();
        List<Fact> more = new FactsOf(GeneratedFirm.END)
                .resumeUpdate(4)
                .resumeUpdate(3)
                .signal("event.resignation_raised", 1, 1)
                .signal("event.resignation_raised", 20, 1)
                .signal("attendance.absence", 2, 4)
                .list();
        facts.get(person).addAll(more);

        scoring.rescore(GeneratedFirm.ID, Set.of(person));

        assertThat(current.of(person).orElseThrow().score().band()).isGreaterThan(Band.LOW);
        assertThat(events)
                .anyMatch(event -> event instanceof BandCrossed crossed
                        && crossed.personId().equals(person)
                        && crossed.previousBand() == Band.LOW);
    }

    @Test
    void aTrainedChampionTakesOverAndCanBeRolledBack() {
        registry.with(Industries.load("tech")).with(new XgboostEngine());
        RiskSettings standard = RiskSettings.STANDARD;
        settings.put(
                GeneratedFirm.ID,
                new RiskSettings(0, standard.bands(), standard.evidence(), 180, Band.HIGH, 20, standard.cost()));
        Run run = run(Kind.TRAIN);

        assertThat(table.find(run.id()).orElseThrow().outcome()).isEqualTo("takesOver");
        assertThat(models.of(GeneratedFirm.ID)).hasSize(3);
        String champion = models.champion(GeneratedFirm.ID).orElseThrow().id().toString();
        assertThat(current.all())
                .filteredOn(found -> found.score().band() != Band.UNKNOWN)
                .isNotEmpty()
                .allSatisfy(found -> {
                    assertThat(found.score().model().kind()).isEqualTo(ModelIdentity.Kind.TRAINED);
                    assertThat(found.score().model().id()).isEqualTo(champion);
                });

        models.activate(models.of(GeneratedFirm.ID).stream()
                .filter(model -> model.role() == Role.CHALLENGER)
                .findFirst()
                .orElseThrow());
        assertThat(models.champion(GeneratedFirm.ID).orElseThrow().id()).isNotEqualTo(UUID.fromString(champion));
        assertThat(models.lastReason(GeneratedFirm.ID)).isNotEmpty();
    }

    private Run run(Kind kind) {
        return runs.start(GeneratedFirm.ID, kind, GeneratedFirm.END, Runnable::run);
    }

    private Map<UUID, Double> margins() {
        Map<UUID, Double> margins = new LinkedHashMap<>();
        current.all()
                .forEach(found ->
                        margins.put(found.score().personId(), found.score().margin()));
        return margins;
    }

    private final class Source implements RiskSource {
        static final Firm FIRM = new Firm(GeneratedFirm.ID, "tech", FactsOf.ZONE);

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
