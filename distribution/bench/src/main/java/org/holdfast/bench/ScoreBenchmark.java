package org.holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.holdfast.api.engine.Algorithm;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.engine.TrainedModel;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.risk.features.FeatureRun;
import org.holdfast.core.risk.features.FeatureTable;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.features.Surroundings;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.EngineModel;
import org.holdfast.core.risk.scoring.FeatureProfile;
import org.holdfast.core.risk.scoring.ModelIdentity;
import org.holdfast.core.risk.scoring.ModelIdentity.Kind;
import org.holdfast.core.risk.scoring.Scorer;
import org.holdfast.core.risk.settings.RiskSettings;
import org.holdfast.core.risk.training.JobProgress;
import org.holdfast.core.risk.training.Trainer;
import org.holdfast.core.risk.training.TrainingOutcome;
import org.holdfast.core.risk.training.TrainingOutcome.Candidate;
import org.holdfast.core.risk.training.TrainingRules;
import org.holdfast.demo.DemoPlan;
import org.holdfast.engine.xgboost.RawBooster;
import org.holdfast.engine.xgboost.XgboostEngine;
import org.holdfast.launcher.start.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Scores and explains the demo's people, against the same trees in the bare library on the same matrix.
 *
 * <p>Ours: from the feature matrix to scores with calibrated margins, contributions grouped by signal, the values behind
 * the eight strongest, and bands; 500 people at a time, as a run does. The library's: one matrix, one call that predicts,
 * one that explains. Both with as many threads as there are cores, in turns, in one process.
 */
@Command(name = "score", mixinStandardHelpOptions = true, description = "Measures scores and reasons per algorithm.")
final class ScoreBenchmark implements Callable<Integer> {
    private static final LocalDate END = LocalDate.of(2026, 10, 31);
    private static final int BATCH = 500;

    @Option(names = "--people", description = "Posts of the group; default: ${DEFAULT-VALUE}.")
    private int people = DemoPlan.DEFAULT_PEOPLE;

    @Option(names = "--rounds", description = "How often each is measured; default: ${DEFAULT-VALUE}.")
    private int rounds = 15;

    private final List<Measured> measured = new ArrayList<>();

    @Override
    public Integer call() throws IOException, XGBoostError {
        Path folder = Files.createTempDirectory("holdfast-bench");
        try (ImportedGroup group =
                ImportedGroup.of(new DemoPlan(DemoPlan.DEFAULT_SEED, END, people, DemoPlan.DEFAULT_MONTHS), folder)) {
            for (Subsidiary subsidiary : group.large()) {
                measure(group, subsidiary);
            }
        } finally {
            DataDirectory.deleteTree(folder);
        }
        for (Algorithm algorithm : Algorithm.values()) {
            report(algorithm);
        }
        return 0;
    }

    private void measure(ImportedGroup group, Subsidiary subsidiary) throws IOException, XGBoostError {
        IndustryModel industry = group.industry(subsidiary);
        List<PersonSeries> all = group.series(subsidiary);
        Surroundings around = new Surroundings(all, group.source().market());
        FeatureRun run = new FeatureRun(industry, subsidiary.id(), (firm, person, category, day) -> true, around);
        XgboostEngine engine = new XgboostEngine();
        RiskSettings settings = RiskSettings.STANDARD;
        TrainingRules rules = new TrainingRules(
                settings.horizonDays(), 1, 0.5, 1, Runtime.getRuntime().availableProcessors());
        TrainingOutcome outcome = new Trainer(engine, industry, rules).train(run, all, END, JobProgress.SILENT);
        List<PersonSeries> employed = FeatureRun.employed(END, all);
        List<Timing> features = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            features.add(Timing.of(() -> run.asOf(END, employed)));
        }
        Report.row(
                subsidiary.code(),
                String.format(
                        Locale.ROOT,
                        "%,d people × %d features; champion %s",
                        employed.size(),
                        run.columns().size(),
                        outcome.champion().map(Algorithm::code).orElse("none")));
        for (Candidate candidate : outcome.candidates()) {
            try (TrainedModel model = engine.load(candidate.data())) {
                Work work = new Work(subsidiary, industry, run, employed, features);
                measure(candidate.data().algorithm(), model, work);
            }
        }
    }

    private record Work(
            Subsidiary subsidiary,
            IndustryModel industry,
            FeatureRun run,
            List<PersonSeries> people,
            List<Timing> features) {}

    private void measure(Algorithm algorithm, TrainedModel model, Work work) throws IOException, XGBoostError {
        FeatureMatrix matrix = work.run().asOf(END, work.people()).matrix();
        Measured sums = new Measured(algorithm, work.people().size(), work.features());
        Turn engine =
                new Turn(() -> model.margins(matrix)[0] + model.explain(matrix).value(0, 0), sums.engine);
        Turn ours = new Turn(ours(algorithm, model, work), sums.ours);
        if (algorithm == Algorithm.LOGISTIC_REGRESSION) {
            inTurns(List.of(engine, ours));
        } else {
            float[] rows = RawBooster.floats(matrix);
            int columns = matrix.columns().size();
            try (RawBooster booster = RawBooster.of(model)) {
                Turn library = new Turn(() -> booster.predictAndExplain(rows, columns), sums.library);
                inTurns(List.of(library, engine, ours));
            }
        }
        measured.add(sums);
    }

    private void inTurns(List<Turn> turns) {
        for (int round = 0; round < rounds; round++) {
            for (Turn turn : turns) {
                turn.timings.add(Timing.of(turn.work));
            }
        }
    }

    private record Turn(Callable<?> work, List<Timing> timings) {}

    /** From features to scores with reasons, as a run does it. */
    private static Callable<Integer> ours(Algorithm algorithm, TrainedModel model, Work work) {
        RiskSettings settings = RiskSettings.STANDARD;
        ModelIdentity identity =
                new ModelIdentity("bench", Kind.TRAINED, algorithm.code(), "bench", settings.horizonDays());
        // The people who are scored stand in for those it was trained on: looking for values far out costs the same.
        List<FeatureProfile> profiles =
                FeatureProfile.of(work.run().asOf(END, work.people()).matrix());
        Scorer scorer = new Scorer(
                work.subsidiary().id(),
                work.industry(),
                new EngineModel(identity, profiles, model),
                new Scorer.Rules(1, settings.bands(), settings.evidence(), Clock.systemUTC()));
        List<FeatureTable> tables = new ArrayList<>();
        List<List<PersonSeries>> batches = new ArrayList<>();
        for (int from = 0; from < work.people().size(); from += BATCH) {
            List<PersonSeries> batch =
                    work.people().subList(from, Math.min(work.people().size(), from + BATCH));
            batches.add(batch);
            tables.add(work.run().asOf(END, batch));
        }
        return () -> {
            int scored = 0;
            for (int i = 0; i < batches.size(); i++) {
                scored += scorer.score(work.run(), tables.get(i), batches.get(i), person -> Band.UNKNOWN)
                        .size();
            }
            return scored;
        };
    }

    /** Times of one algorithm and subsidiary: wall and CPU seconds per round. */
    private record Measured(
            Algorithm algorithm,
            int people,
            List<Timing> features,
            List<Timing> library,
            List<Timing> engine,
            List<Timing> ours) {
        Measured(Algorithm algorithm, int people, List<Timing> features) {
            this(algorithm, people, features, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private void report(Algorithm algorithm) {
        List<Measured> parts =
                measured.stream().filter(part -> part.algorithm == algorithm).toList();
        int all = parts.stream().mapToInt(Measured::people).sum();
        for (String seconds : List.of("wall", "CPU")) {
            ToDoubleFunction<Timing> of = seconds.equals("wall") ? Timing::wall : Timing::cpu;
            double ours =
                    parts.stream().mapToDouble(part -> median(part.ours, of)).sum();
            double engine =
                    parts.stream().mapToDouble(part -> median(part.engine, of)).sum();
            double library =
                    parts.stream().mapToDouble(part -> median(part.library, of)).sum();
            double features = parts.stream()
                    .mapToDouble(part -> median(part.features, of))
                    .sum();
            Report.row(
                    algorithm.code() + ": score + reasons, " + seconds,
                    String.format(
                            Locale.ROOT,
                            "%,d people: ours %.3f s; engine bundle %.3f s (%.2f ×); library %s; features besides %.3f s",
                            all,
                            ours,
                            engine,
                            ours / engine,
                            library > 0 ? String.format(Locale.ROOT, "%.3f s (%.2f ×)", library, ours / library) : "–",
                            features));
        }
    }

    private static double median(List<Timing> rounds, ToDoubleFunction<Timing> of) {
        // The first third warms up.
        return rounds.stream()
                .skip(rounds.size() / 3)
                .mapToDouble(of)
                .sorted()
                .skip((rounds.size() - rounds.size() / 3) / 2)
                .findFirst()
                .orElse(0);
    }
}
