package org.holdfast.core.risk.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdfast.api.engine.Algorithm;
import org.holdfast.api.engine.Engine;
import org.holdfast.api.engine.FeatureColumn;
import org.holdfast.api.engine.LabelledMatrix;
import org.holdfast.api.engine.Metric;
import org.holdfast.api.engine.TrainedModel;
import org.holdfast.api.engine.TrainingPlan;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.core.risk.features.ColumnChoice;
import org.holdfast.core.risk.features.FeatureRun;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.scoring.FeatureProfile;
import org.holdfast.core.risk.scoring.Logit;
import org.holdfast.core.risk.scoring.RiskModel;
import org.holdfast.core.risk.scoring.ScorecardModel;
import org.holdfast.core.risk.training.LabelledOrigins.Horizon;
import org.holdfast.core.risk.training.ModelCard.CalibrationBin;
import org.holdfast.core.risk.training.ModelCard.Figures;
import org.holdfast.core.risk.training.ModelCard.Making;
import org.holdfast.core.risk.training.TrainingOutcome.Candidate;
import org.holdfast.core.risk.training.TrainingOutcome.Reason;

/**
 * Trains every algorithm of an engine on the same monthly origins, split by time.
 *
 * <p>The champion is chosen by log loss on the calibration block, never on the test block, whose figures so stay
 * unbiased. The model that goes into use is fitted once more by the same recipe on blocks moved up to the newest
 * outcomes; the test figures in its card are those of its twin that had not seen them. Same data and seed give the
 * same bytes.
 */
public final class Trainer {
    private final Engine engine;
    private final IndustryModel industry;
    private final TrainingRules rules;
    private final FeatureChoice choice;

    /**
     * Creates a trainer that uses every feature of the industry.
     *
     * @param engine the engine
     * @param industry the industry whose features are used
     * @param rules how to train
     */
    public Trainer(Engine engine, IndustryModel industry, TrainingRules rules) {
        this(engine, industry, rules, FeatureChoice.ALL);
    }

    /**
     * Creates a trainer.
     *
     * @param engine the engine
     * @param industry the industry whose features are used
     * @param rules how to train
     * @param choice which of the features are used
     */
    public Trainer(Engine engine, IndustryModel industry, TrainingRules rules, FeatureChoice choice) {
        this.engine = engine;
        this.industry = industry;
        this.rules = rules;
        this.choice = choice;
    }

    /**
     * Trains.
     *
     * @param run computes features
     * @param people everybody, those who have left included
     * @param lastKnownDay the last day of which outcomes are known
     * @param progress is told how far it has come
     * @return the candidates and which of them takes over
     */
    public TrainingOutcome train(
            FeatureRun run, Collection<PersonSeries> people, LocalDate lastKnownDay, JobProgress progress) {
        List<LocalDate> origins = MonthlyOrigins.of(people, lastKnownDay, rules.horizonDays());
        Optional<TimeBlocks> split = TimeBlocks.split(origins, rules.horizonDays());
        if (split.isEmpty()) {
            return new TrainingOutcome(List.of(), Optional.empty(), Reason.HISTORY_TOO_SHORT, 0);
        }
        LabelledOrigins rows = new LabelledOrigins(run);
        for (int i = 0; i < origins.size(); i++) {
            rows.add(run, people, origins.get(i), new Horizon(rules.horizonDays(), lastKnownDay));
            progress.reached(0.4 * (i + 1) / origins.size(), "features");
        }
        List<String> used = run.columns().stream()
                .map(FeatureColumn::name)
                .filter(code -> !choice.off().contains(code))
                .toList();
        Prepared prepared = new Prepared(
                rows,
                ColumnChoice.named(run.columns(), used),
                split.get(),
                split.get().movedUp(origins, rules.horizonDays()));
        return train(prepared, incumbent(prepared, run.columns()), progress);
    }

    /** The figures of the champion's features, fitted and tested on the same split; only where they are others. */
    private Map<String, Figures> incumbent(Prepared prepared, List<FeatureColumn> all) {
        FeatureChoice.Incumbent champion = choice.incumbent();
        if (champion == null || !trainable(prepared)) {
            return Map.of();
        }
        ColumnChoice features = ColumnChoice.named(all, champion.features());
        if (features.columns().isEmpty()
                || features.columns().equals(prepared.features().columns())) {
            return Map.of();
        }
        return Map.of(
                "incumbent", twin(champion.algorithm(), prepared.with(features)).test());
    }

    private boolean trainable(Prepared prepared) {
        return prepared.rows().leavers(prepared.blocks().fit()) >= TrainingRules.FEWEST_EXITS
                && hasBoth(prepared.matrix(prepared.blocks().calibrate()))
                && hasBoth(prepared.matrix(prepared.newest().calibrate()));
    }

    private TrainingOutcome train(Prepared prepared, Map<String, Figures> incumbent, JobProgress progress) {
        int exits = prepared.rows().leavers(prepared.newest().fit());
        if (!trainable(prepared)) {
            return new TrainingOutcome(List.of(), Optional.empty(), Reason.TOO_FEW_EXITS, exits);
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Algorithm algorithm : Algorithm.values()) {
            if (engine.algorithms().contains(algorithm)) {
                candidates.add(candidate(algorithm, prepared, incumbent));
                progress.reached(
                        0.4 + 0.6 * candidates.size() / engine.algorithms().size(), algorithm.code());
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::choiceLoss));
        return choose(
                candidates,
                exits,
                scorecardLoss(prepared.matrix(prepared.blocks().calibrate())));
    }

    private TrainingOutcome choose(List<Candidate> candidates, int exits, double scorecardLoss) {
        if (exits < rules.minExits()) {
            return new TrainingOutcome(candidates, Optional.empty(), Reason.TOO_FEW_EXITS, exits);
        }
        Candidate best = candidates.get(0);
        if (!(best.choiceLoss() < scorecardLoss)) {
            return new TrainingOutcome(candidates, Optional.empty(), Reason.NOT_BETTER, exits);
        }
        return new TrainingOutcome(candidates, Optional.of(best.data().algorithm()), Reason.TAKES_OVER, exits);
    }

    private Candidate candidate(Algorithm algorithm, Prepared prepared, Map<String, Figures> incumbent) {
        Twin twin = twin(algorithm, prepared);
        TimeBlocks newest = prepared.newest();
        LabelledMatrix fit = prepared.matrix(newest.fit());
        LabelledMatrix calibrate = prepared.matrix(newest.calibrate());
        try (TrainedModel model = engine.train(plan(algorithm, fit, calibrate))) {
            Making making = new Making(
                    engine.version(),
                    rules.seed(),
                    CardFigures.hash(fit, calibrate),
                    industry.code() + " " + industry.version(),
                    protocol(prepared.blocks(), newest));
            Map<String, Figures> figures = new HashMap<>(incumbent);
            figures.put("calibrate", twin.calibrate());
            figures.put("test", twin.test());
            figures.put(
                    "scorecard",
                    scorecardFigures(prepared.matrix(prepared.blocks().test())));
            ModelCard card = new ModelCard(
                    rules.horizonDays(),
                    first(newest.fit()),
                    last(newest.fit()),
                    first(prepared.blocks().test()),
                    last(prepared.blocks().test()),
                    fit.features().rows(),
                    fit.positives(),
                    prepared.rows().leavers(newest.fit()),
                    model.columns().stream().map(FeatureColumn::name).toList(),
                    ModelCard.REFUSED,
                    figures,
                    twin.bins(),
                    FeatureProfile.of(fit.features()),
                    making);
            double loss = twin.calibrate().values().getOrDefault(Metric.LOG_LOSS.code(), Double.MAX_VALUE);
            return new Candidate(model.data(), card, loss);
        }
    }

    /** Trains on the blocks before the test and measures on it. */
    private Twin twin(Algorithm algorithm, Prepared prepared) {
        LabelledMatrix calibrate = prepared.matrix(prepared.blocks().calibrate());
        LabelledMatrix test = prepared.matrix(prepared.blocks().test());
        LabelledMatrix fit = prepared.matrix(prepared.blocks().fit());
        try (TrainedModel model = engine.train(plan(algorithm, fit, calibrate))) {
            double[] tested = Logit.probabilities(model.margins(test.features()));
            return new Twin(
                    figures(Logit.probabilities(model.margins(calibrate.features())), calibrate),
                    figures(tested, test),
                    CardFigures.bins(tested, test.labels()));
        }
    }

    private record Twin(Figures calibrate, Figures test, List<CalibrationBin> bins) {}

    private TrainingPlan plan(Algorithm algorithm, LabelledMatrix fit, LabelledMatrix calibrate) {
        return new TrainingPlan(algorithm, fit, calibrate, rules.seed(), rules.threads());
    }

    private Figures figures(double[] probabilities, LabelledMatrix rows) {
        return CardFigures.of(
                engine.measure(probabilities, rows.labels()), probabilities, rows.labels(), rules.alertProbability());
    }

    private Figures scorecardFigures(LabelledMatrix rows) {
        try (RiskModel scorecard = new ScorecardModel(industry, choice.off())) {
            return figures(Logit.probabilities(scorecard.margins(rows.features())), rows);
        }
    }

    private double scorecardLoss(LabelledMatrix rows) {
        return scorecardFigures(rows).values().getOrDefault(Metric.LOG_LOSS.code(), Double.MAX_VALUE);
    }

    private static boolean hasBoth(LabelledMatrix rows) {
        return rows.positives() > 0 && rows.positives() < rows.labels().length;
    }

    private String protocol(TimeBlocks blocks, TimeBlocks newest) {
        return "monthly origins, embargo of " + rules.horizonDays() + " days: tested twin fitted on "
                + span(blocks.fit())
                + ", calibrated and chosen on " + span(blocks.calibrate()) + ", tested on " + span(blocks.test())
                + "; model in use fitted on " + span(newest.fit()) + ", calibrated on " + span(newest.calibrate());
    }

    private static String span(List<LocalDate> origins) {
        return first(origins) + " to " + last(origins);
    }

    private static String first(List<LocalDate> origins) {
        return origins.get(0).toString();
    }

    private static String last(List<LocalDate> origins) {
        return origins.get(origins.size() - 1).toString();
    }
}
