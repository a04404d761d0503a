package org.holdfast.core.risk.backtest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.holdfast.api.engine.Engine;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.engine.LabelledMatrix;
import org.holdfast.api.engine.Metric;
import org.holdfast.api.engine.TrainedModel;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.core.risk.backtest.BacktestResult.DayLine;
import org.holdfast.core.risk.backtest.BacktestResult.Tested;
import org.holdfast.core.risk.backtest.BacktestResult.Trained;
import org.holdfast.core.risk.features.ColumnChoice;
import org.holdfast.core.risk.features.FeatureRun;
import org.holdfast.core.risk.features.FeatureTable.Evidence;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.features.UnitRates;
import org.holdfast.core.risk.scoring.EvidenceRule;
import org.holdfast.core.risk.scoring.Logit;
import org.holdfast.core.risk.scoring.RiskModel;
import org.holdfast.core.risk.scoring.ScorecardModel;
import org.holdfast.core.risk.training.FeatureChoice;
import org.holdfast.core.risk.training.JobProgress;
import org.holdfast.core.risk.training.LabelledOrigins;
import org.holdfast.core.risk.training.LabelledOrigins.Horizon;
import org.holdfast.core.risk.training.ModelCard;
import org.holdfast.core.risk.training.Trainer;
import org.holdfast.core.risk.training.TrainingOutcome;
import org.holdfast.core.risk.training.TrainingOutcome.Candidate;
import org.holdfast.core.risk.training.TrainingRules;

/**
 * Trains as of a day by the same recipe that trains the models in use, scores as of later days, and compares with what
 * happened. No model of it goes into use.
 *
 * <p>Features come from what was known by the day they are computed for, outcomes of the training from what was known
 * by the day of training; so between the last day that was learnt from and the first that is tested lies at least one
 * horizon.
 */
public final class Backtest {
    private final Engine engine;
    private final IndustryModel industry;
    private final Rules rules;

    /**
     * Creates a back-test.
     *
     * @param engine the engine
     * @param industry the industry whose features are used
     * @param rules how it trains and judges
     */
    public Backtest(Engine engine, IndustryModel industry, Rules rules) {
        this.engine = engine;
        this.industry = industry;
        this.rules = rules;
    }

    /**
     * How a back-test trains and judges.
     *
     * @param training how models are trained
     * @param evidence how much must be known for a score
     * @param featuresOff codes of features that are left out
     * @param settingsVersion version of the settings these came from
     * @param knownBy the last day of which outcomes are known, usually today
     */
    public record Rules(
            TrainingRules training,
            EvidenceRule evidence,
            List<String> featuresOff,
            int settingsVersion,
            LocalDate knownBy) {}

    /**
     * Runs it.
     *
     * @param run computes features
     * @param people everybody, those who have left included
     * @param plan what to test
     * @param progress is told how far it has come
     * @return what it came to
     */
    public BacktestResult run(
            FeatureRun run, Collection<PersonSeries> people, BacktestPlan plan, JobProgress progress) {
        TrainingOutcome outcome = new Trainer(
                        engine, industry, rules.training(), new FeatureChoice(rules.featuresOff(), null))
                .train(run, people, plan.trainedAsOf(), (share, step) -> progress.reached(0.6 * share, step));
        LabelledOrigins origins = new LabelledOrigins(run);
        for (LocalDate day : plan.days()) {
            origins.add(run, people, day, new Horizon(plan.horizonDays(), rules.knownBy()));
        }
        progress.reached(0.7, "features");
        LabelledMatrix matrix = origins.matrix(plan.days());
        Map<String, double[]> forecasts = forecasts(outcome, matrix.features());
        forecasts.put(BacktestResult.UNIT_RATE, unitRates(people, plan, origins));
        return result(outcome, origins, plan, forecasts, progress);
    }

    private Map<String, double[]> forecasts(TrainingOutcome outcome, FeatureMatrix rows) {
        Map<String, double[]> forecasts = new LinkedHashMap<>();
        outcome.candidates().stream()
                .sorted(Comparator.comparing(candidate -> candidate.data().algorithm()))
                .forEach(candidate -> forecasts.put(candidate.data().algorithm().code(), forecast(candidate, rows)));
        try (RiskModel scorecard = new ScorecardModel(industry, rules.featuresOff())) {
            FeatureMatrix own =
                    ColumnChoice.of(rows.columns(), scorecard.columns()).of(rows);
            forecasts.put(BacktestResult.SCORECARD, Logit.probabilities(scorecard.margins(own)));
        }
        return forecasts;
    }

    private double[] forecast(Candidate candidate, FeatureMatrix rows) {
        try (TrainedModel model = engine.load(candidate.data())) {
            FeatureMatrix own = ColumnChoice.of(rows.columns(), model.columns()).of(rows);
            return Logit.probabilities(model.margins(own));
        }
    }

    private static double[] unitRates(Collection<PersonSeries> people, BacktestPlan plan, LabelledOrigins origins) {
        List<Double> all = new ArrayList<>();
        for (LocalDate day : plan.days()) {
            UnitRates rates = UnitRates.before(day, people);
            origins.table(day).people().forEach(person -> all.add(rates.probability(person, plan.horizonDays())));
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private BacktestResult result(
            TrainingOutcome outcome,
            LabelledOrigins origins,
            BacktestPlan plan,
            Map<String, double[]> forecasts,
            JobProgress progress) {
        LabelledMatrix matrix = origins.matrix(plan.days());
        TestRows rows = TestRows.of(matrix.labels(), silent(origins, plan), persons(origins, plan));
        Yardstick yardstick = new Yardstick(engine, rows, rules.training().alertProbability());
        List<BacktestResult.Line> lines = new ArrayList<>();
        Map<String, double[]> measured = rows.labels().length == 0 ? Map.of() : forecasts;
        measured.forEach((name, probabilities) -> {
            lines.add(yardstick.line(name, probabilities));
            progress.reached(0.7 + 0.3 * lines.size() / forecasts.size(), name);
        });
        return new BacktestResult(
                outcome.champion().map(algorithm -> algorithm.code()).orElse(BacktestResult.SCORECARD),
                outcome.reason().code(),
                tested(rows, origins, plan),
                trained(outcome),
                lines,
                days(origins, plan, forecasts));
    }

    private static Tested tested(TestRows rows, LabelledOrigins origins, BacktestPlan plan) {
        int count = rows.labels().length;
        double baseRate = count == 0 ? 0 : (double) rows.positives() / count;
        return new Tested(
                count,
                rows.byPerson().size(),
                rows.positives(),
                baseRate,
                1 - baseRate,
                plan.days().stream().mapToInt(origins::leftOtherwise).sum(),
                rows.thin());
    }

    private Trained trained(TrainingOutcome outcome) {
        if (outcome.candidates().isEmpty()) {
            return new Trained(0, 0, "", "", List.of(), rules.settingsVersion());
        }
        ModelCard card = outcome.candidates().get(0).card();
        return new Trained(
                card.rows(),
                card.positives(),
                card.trainFrom(),
                card.trainTo(),
                card.features(),
                rules.settingsVersion());
    }

    private boolean[] silent(LabelledOrigins origins, BacktestPlan plan) {
        List<Evidence> all = plan.days().stream()
                .flatMap(day -> origins.table(day).evidence().stream())
                .toList();
        boolean[] silent = new boolean[all.size()];
        IntStream.range(0, silent.length)
                .forEach(row -> silent[row] = !rules.evidence().enough(all.get(row)));
        return silent;
    }

    private static List<UUID> persons(LabelledOrigins origins, BacktestPlan plan) {
        return plan.days().stream()
                .flatMap(day -> origins.table(day).people().stream())
                .toList();
    }

    private List<DayLine> days(LabelledOrigins origins, BacktestPlan plan, Map<String, double[]> forecasts) {
        List<DayLine> lines = new ArrayList<>();
        int from = 0;
        for (LocalDate day : plan.days()) {
            LabelledMatrix rows = origins.matrix(List.of(day));
            int to = from + rows.labels().length;
            lines.add(new DayLine(
                    day, rows.labels().length, rows.positives(), areas(forecasts, rows.labels(), from, to)));
            from = to;
        }
        return lines;
    }

    private Map<String, Double> areas(Map<String, double[]> forecasts, double[] labels, int from, int to) {
        Map<String, Double> areas = new HashMap<>();
        Set<String> names = new TreeSet<>(forecasts.keySet());
        for (String name : names) {
            if (to > from) {
                double[] part = Arrays.copyOfRange(forecasts.getOrDefault(name, labels), from, to);
                Double area = engine.measure(part, labels).values().get(Metric.ROC_AUC);
                if (area != null) {
                    areas.put(name, area);
                }
            }
        }
        return areas;
    }
}
