package org.holdfast.core.risk.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.risk.FactsOf;
import org.holdfast.core.risk.GeneratedFirm;
import org.holdfast.core.risk.backtest.BacktestPlan;
import org.holdfast.core.risk.backtest.BacktestResult;
import org.holdfast.core.risk.backtest.BacktestResult.Line;
import org.holdfast.core.risk.runs.RunTable.Kind;
import org.holdfast.core.risk.runs.RunTable.Run;
import org.holdfast.core.risk.settings.RiskSettings;
import org.holdfast.core.signals.FactCodes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What would training on an earlier day have foretold? */
class BacktestRunsTest {
    private static final LocalDate TRAINED = GeneratedFirm.END.minusDays(270);
    private static final BacktestPlan PLAN =
            new BacktestPlan(TRAINED, List.of(TRAINED, TRAINED.plusDays(30), TRAINED.plusDays(60)), 120);

    private final RiskRoom room = new RiskRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void showsEveryModelBesideTheScorecardAndTheUnitsOwnRateWithIntervals() {
        room.withIndustry().withEngine();
        room.settings.put(GeneratedFirm.ID, RiskSettings.STANDARD.withMinExits(20));

        BacktestResult result = backtest();

        assertThat(result.reason()).isEqualTo("takesOver");
        assertThat(lines(result))
                .containsOnlyKeys("logisticRegression", "randomForest", "xgboost", "scorecard", "unitRate");
        assertThat(lines(result)).containsKey(result.inUse());
        assertThat(result.models()).allSatisfy(line -> {
            assertThat(line.values())
                    .containsKeys(
                            "rocAuc", "prAuc", "brier", "logLoss", "ece", "accuracy", "precisionAt5", "precisionAt10");
            assertThat(line.values()).containsKeys("recallAt5", "recallAt10", "liftAt5", "liftAt10", "alertRecall");
            double auc = line.values().get("rocAuc");
            assertThat(auc)
                    .isBetween(
                            line.intervals().get("rocAuc").low(),
                            line.intervals().get("rocAuc").high());
            assertThat(line.calibration().stream().mapToInt(bin -> bin.count()).sum())
                    .isEqualTo(result.tested().rows());
        });
        assertThat(value(result, result.inUse(), "rocAuc")).isGreaterThan(value(result, "unitRate", "rocAuc"));
        assertThat(value(result, "xgboost", "liftAt5"))
                .isCloseTo(
                        value(result, "xgboost", "precisionAt5")
                                / result.tested().baseRate(),
                        within(1e-9));
    }

    @Test
    void countsWhomItTestedAndLeavesAHorizonBetweenLearningAndTesting() {
        room.withIndustry().withEngine();

        BacktestResult result = backtest();

        assertThat(result.days()).extracting(BacktestResult.DayLine::day).isEqualTo(PLAN.days());
        assertThat(result.days().stream().mapToInt(BacktestResult.DayLine::rows).sum())
                .isEqualTo(result.tested().rows());
        assertThat(result.tested().people()).isLessThan(result.tested().rows());
        assertThat(result.tested().alwaysStayAccuracy())
                .isCloseTo(1 - result.tested().baseRate(), within(1e-12));
        assertThat(LocalDate.parse(result.trained().to()).plusDays(PLAN.horizonDays()))
                .isBeforeOrEqualTo(PLAN.days().get(0));
    }

    @Test
    void nothingThatBecameKnownLaterChangesWhatWasForetold() {
        room.withIndustry().withEngine();
        BacktestResult before = backtest();
        LocalDate lastOutcome = PLAN.outcomesKnownOn();
        int since = (int) (GeneratedFirm.END.toEpochDay() - lastOutcome.toEpochDay());
        room.facts
                .values()
                .forEach(facts -> facts.addAll(new FactsOf(GeneratedFirm.END)
                        .resumeUpdate(since - 2)
                        .leaves(since - 1, since - 3)
                        .signal("work.messages", 5, 1)
                        .list()));

        assertThat(backtest()).isEqualTo(before);
    }

    @Test
    void outcomesOfTheTestedDaysAreNotLearntFrom() {
        room.withIndustry().withEngine();
        BacktestResult before = backtest();
        // Everybody who left after the day of training did not leave at all: the trained models must not notice.
        room.facts
                .values()
                .forEach(facts -> facts.removeIf(fact ->
                        fact.signal().equals(FactCodes.LEFT) && fact.date().isAfter(TRAINED)));

        BacktestResult after = backtest();

        assertThat(after.tested().positives()).isZero();
        assertThat(after.trained()).isEqualTo(before.trained());
        assertThat(after.inUse()).isEqualTo(before.inUse());
    }

    @Test
    void putsNothingIntoUseAndChangesNobodysScore() {
        room.withIndustry().withEngine().run(Kind.SCORE);
        Map<UUID, Double> margins = room.margins();
        int stored = room.stored(LocalDate.EPOCH).size();

        backtest();

        assertThat(room.margins()).isEqualTo(margins);
        assertThat(room.stored(LocalDate.EPOCH)).hasSize(stored);
        assertThat(room.models.of(GeneratedFirm.ID)).isEmpty();
    }

    @Test
    void withoutEnoughHistoryTheScorecardIsTestedAloneBesideTheUnitsRate() {
        room.withIndustry().withEngine();
        LocalDate early = GeneratedFirm.END.minusDays(900);

        BacktestResult result = result(new BacktestPlan(early, List.of(early.plusDays(10)), 120));

        assertThat(result.reason()).isEqualTo("historyTooShort");
        assertThat(lines(result)).containsOnlyKeys("scorecard", "unitRate");
        assertThat(result.inUse()).isEqualTo("scorecard");
    }

    @Test
    void saysWhichBundleIsMissing() {
        Run run = room.runs.startBacktest(GeneratedFirm.ID, PLAN, Runnable::run);
        assertThat(room.table.find(run.id()).orElseThrow().outcome()).isEqualTo("noIndustry");

        room.withIndustry();
        run = room.runs.startBacktest(GeneratedFirm.ID, PLAN, Runnable::run);
        assertThat(room.table.find(run.id()).orElseThrow().outcome()).isEqualTo("noEngine");
    }

    private BacktestResult backtest() {
        return result(PLAN);
    }

    private BacktestResult result(BacktestPlan plan) {
        Run run = room.runs.startBacktest(GeneratedFirm.ID, plan, Runnable::run);
        assertThat(room.table.find(run.id()).orElseThrow().state()).isEqualTo("done");
        return room.backtests.find(run.id()).orElseThrow().result();
    }

    private static Map<String, Line> lines(BacktestResult result) {
        return result.models().stream().collect(Collectors.toMap(Line::name, line -> line));
    }

    private static double value(BacktestResult result, String model, String metric) {
        return lines(result).get(model).values().get(metric);
    }
}
