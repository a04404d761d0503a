package org.holdfast.core.risk.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.holdfast.api.engine.Engine;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.core.protection.basis.SignalGate;
import org.holdfast.core.risk.FactsOf;
import org.holdfast.core.risk.GeneratedFirm;
import org.holdfast.core.risk.Industries;
import org.holdfast.core.risk.features.FeatureRun;
import org.holdfast.core.risk.features.Market;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.features.SeriesBuilder;
import org.holdfast.core.risk.features.Surroundings;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.Bands;
import org.holdfast.core.risk.scoring.EngineModel;
import org.holdfast.core.risk.scoring.EvidenceRule;
import org.holdfast.core.risk.scoring.ModelIdentity;
import org.holdfast.core.risk.scoring.Reason;
import org.holdfast.core.risk.scoring.RiskScore;
import org.holdfast.core.risk.scoring.Scorer;
import org.holdfast.core.risk.training.TrainingOutcome.Candidate;
import org.holdfast.engine.xgboost.XgboostEngine;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final SignalGate OPEN = (subsidiary, person, category, day) -> true;
    private static final IndustryModel TECH = Industries.load("tech");
    private static final Engine ENGINE = new XgboostEngine();
    private static final List<PersonSeries> PEOPLE = people(360, 34);
    private static final FeatureRun RUN =
            new FeatureRun(TECH, GeneratedFirm.ID, OPEN, new Surroundings(PEOPLE, Market.UNKNOWN));
    private static final TrainingOutcome OUTCOME = train(new TrainingRules(180, 40, 0.6, 42, 1));

    @Test
    void theBestCalibratedAlgorithmBecomesChampionAndTheOthersChallengers() {
        assertThat(OUTCOME.reason()).isEqualTo(TrainingOutcome.Reason.TAKES_OVER);
        assertThat(OUTCOME.candidates()).hasSize(3);
        assertThat(OUTCOME.champion())
                .contains(OUTCOME.candidates().get(0).data().algorithm());
        assertThat(OUTCOME.candidates()).isSortedAccordingTo((a, b) -> Double.compare(a.choiceLoss(), b.choiceLoss()));
    }

    @Test
    void theCardTellsTheFiguresOfTheTestBlockBesideTheRuleThatNobodyLeaves() {
        ModelCard card = OUTCOME.candidates().get(0).card();

        assertThat(card.metrics()).containsOnlyKeys("calibrate", "test", "scorecard");
        assertThat(card.metrics().get("test").values().get("rocAuc")).isBetween(0.7, 1.0);
        assertThat(card.metrics().get("test").alwaysStayAccuracy()
                        + card.metrics().get("test").baseRate())
                .isCloseTo(1, within(1e-9));
        assertThat(card.calibration()).hasSize(10);
        assertThat(card.refused()).contains("gender", "birthDate");
        assertThat(card.features()).hasSize(TECH.features().size());
        assertThat(LocalDate.parse(card.testFrom())).isAfter(LocalDate.parse(card.trainFrom()));
    }

    @Test
    void theSameDataAndSeedGiveTheSameBytes() {
        TrainingOutcome again = train(new TrainingRules(180, 40, 0.6, 42, 2));

        for (int i = 0; i < 3; i++) {
            assertThat(again.candidates().get(i).data().bytes())
                    .isEqualTo(OUTCOME.candidates().get(i).data().bytes());
        }
    }

    @Test
    void tooFewExitsLeaveTheScorecardInPlaceWithTheReason() {
        TrainingOutcome outcome = train(new TrainingRules(180, 5_000, 0.6, 42, 1));

        assertThat(outcome.champion()).isEmpty();
        assertThat(outcome.reason()).isEqualTo(TrainingOutcome.Reason.TOO_FEW_EXITS);
        assertThat(outcome.candidates()).hasSize(3);
    }

    @Test
    void aShortHistoryTrainsNothing() {
        List<PersonSeries> people = people(50, 10);
        FeatureRun run = new FeatureRun(TECH, GeneratedFirm.ID, OPEN, new Surroundings(people, Market.UNKNOWN));

        TrainingOutcome outcome = new Trainer(ENGINE, TECH, new TrainingRules(180, 40, 0.6, 42, 1))
                .train(run, people, GeneratedFirm.END, JobProgress.SILENT);

        assertThat(outcome.reason()).isEqualTo(TrainingOutcome.Reason.HISTORY_TOO_SHORT);
        assertThat(outcome.candidates()).isEmpty();
    }

    @Test
    void reasonsOfEveryAlgorithmAddUpToTheMarginAndARerunGivesTheSameBits() {
        for (Candidate candidate : OUTCOME.candidates()) {
            try (EngineModel model = new EngineModel(
                    new ModelIdentity(
                            "m",
                            ModelIdentity.Kind.TRAINED,
                            candidate.data().algorithm().code(),
                            ENGINE.version(),
                            180),
                    candidate.card().profiles(),
                    ENGINE.load(candidate.data()))) {
                List<RiskScore> scores = score(model);
                List<RiskScore> again = score(model);

                for (int i = 0; i < scores.size(); i++) {
                    RiskScore score = scores.get(i);
                    double sum = score.reasons().stream()
                            .mapToDouble(Reason::contribution)
                            .sum();
                    assertThat(score.baseline() + sum).isCloseTo(score.margin(), within(1e-5));
                    assertThat(again.get(i).margin()).isEqualTo(score.margin());
                    assertThat(again.get(i).reasons()).isEqualTo(score.reasons());
                }
            }
        }
    }

    private static List<RiskScore> score(EngineModel model) {
        Scorer.Rules rules = new Scorer.Rules(1, Bands.STANDARD, new EvidenceRule(1, 1), Clock.systemUTC());
        return new Scorer(GeneratedFirm.ID, TECH, model, rules)
                .score(RUN, GeneratedFirm.END, PEOPLE.subList(0, 120), id -> Band.UNKNOWN);
    }

    private static TrainingOutcome train(TrainingRules rules) {
        return new Trainer(ENGINE, TECH, rules).train(RUN, PEOPLE, GeneratedFirm.END, JobProgress.SILENT);
    }

    private static List<PersonSeries> people(int count, int months) {
        SeriesBuilder builder = new SeriesBuilder(TECH, FactsOf.ZONE);
        return new GeneratedFirm(11, count, months)
                .facts().entrySet().stream()
                        .map(entry -> builder.build(entry.getKey(), entry.getValue()))
                        .toList();
    }
}
