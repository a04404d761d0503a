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
import org.holdfast.api.engine.TrainedModel;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.protection.basis.SignalGate;
import org.holdfast.core.risk.features.FeatureRun;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.features.SeriesBuilder;
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
import org.holdfast.core.risk.training.TrainingOutcome.Candidate;
import org.holdfast.core.risk.training.TrainingRules;
import org.holdfast.demo.DemoPlan;
import org.holdfast.engine.xgboost.XgboostEngine;
import org.holdfast.launcher.start.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Scores people as a run does, from their sealed facts to scores with reasons, 500 at a time: once behind the gate of lawful bases,
 * which reads bases, consents, notices and objections per 500 people, and once with a gate that lets everything through, in turns.
 */
@Command(name = "gate", mixinStandardHelpOptions = true, description = "Measures what the gate of lawful bases costs.")
final class GateBenchmark implements Callable<Integer> {
    private static final LocalDate END = LocalDate.of(2026, 10, 31);
    private static final int BATCH = 500;
    private static final SignalGate OPEN = (firm, person, category, day) -> true;

    @Option(names = "--people", description = "Posts of the group; default: ${DEFAULT-VALUE}.")
    private int people = DemoPlan.DEFAULT_PEOPLE;

    @Option(names = "--rounds", description = "How often each is measured; default: ${DEFAULT-VALUE}.")
    private int rounds = 15;

    @Override
    public Integer call() throws IOException {
        Path folder = Files.createTempDirectory("holdfast-bench");
        List<Measured> all = new ArrayList<>();
        try (ImportedGroup group =
                ImportedGroup.of(new DemoPlan(DemoPlan.DEFAULT_SEED, END, people, DemoPlan.DEFAULT_MONTHS), folder)) {
            for (Subsidiary subsidiary : group.large()) {
                all.add(measure(group, subsidiary));
            }
        } finally {
            DataDirectory.deleteTree(folder);
        }
        report(all);
        return 0;
    }

    private Measured measure(ImportedGroup group, Subsidiary subsidiary) {
        Run run = new Run(group, subsidiary);
        SignalGate lawful = group.lawful(subsidiary);
        Measured measured = new Measured(run.employed.size(), new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < rounds; round++) {
            measured.open.add(Timing.of(() -> run.score(OPEN)));
            measured.lawful.add(Timing.of(() -> run.score(lawful)));
        }
        return measured;
    }

    /** Times of one subsidiary. */
    private record Measured(int people, List<Timing> open, List<Timing> lawful) {}

    /** What a run of a subsidiary needs that is made once. */
    private static final class Run {
        private final ImportedGroup group;
        private final Subsidiary subsidiary;
        private final IndustryModel industry;
        private final Surroundings around;
        private final List<PersonSeries> employed;
        private final Scorer scorer;

        Run(ImportedGroup group, Subsidiary subsidiary) {
            this.group = group;
            this.subsidiary = subsidiary;
            this.industry = group.industry(subsidiary);
            List<PersonSeries> series = group.series(subsidiary);
            this.around = new Surroundings(series, group.source().market());
            this.employed = FeatureRun.employed(END, series);
            FeatureRun open = new FeatureRun(industry, subsidiary.id(), OPEN, around);
            RiskSettings settings = RiskSettings.STANDARD;
            XgboostEngine engine = new XgboostEngine();
            TrainingRules rules = new TrainingRules(
                    settings.horizonDays(), 1, 0.5, 1, Runtime.getRuntime().availableProcessors());
            Candidate candidate = new Trainer(engine, industry, rules)
                    .train(open, series, END, JobProgress.SILENT)
                    .candidates()
                    .get(0);
            TrainedModel model = engine.load(candidate.data());
            ModelIdentity identity = new ModelIdentity(
                    "bench", Kind.TRAINED, candidate.data().algorithm().code(), "bench", settings.horizonDays());
            this.scorer = new Scorer(
                    subsidiary.id(),
                    industry,
                    new EngineModel(
                            identity, FeatureProfile.of(open.asOf(END, employed).matrix()), model),
                    new Scorer.Rules(1, settings.bands(), settings.evidence(), Clock.systemUTC()));
        }

        Integer score(SignalGate gate) {
            int scored = 0;
            SeriesBuilder builder = new SeriesBuilder(industry, subsidiary.timezone());
            for (int from = 0; from < employed.size(); from += BATCH) {
                List<PersonSeries> known = employed.subList(from, Math.min(employed.size(), from + BATCH));
                var ids = known.stream().map(PersonSeries::id).toList();
                SignalGate page = gate.read(subsidiary.id(), ids);
                List<PersonSeries> batch = new ArrayList<>();
                group.source()
                        .facts(
                                subsidiary.id(),
                                ids,
                                (id, facts) -> batch.add(builder.build(
                                        id,
                                        builder.lawful(
                                                facts, category -> page.lets(subsidiary.id(), id, category, END)))));
                FeatureRun run = new FeatureRun(industry, subsidiary.id(), page, around);
                scored += scorer.score(run, run.asOf(END, batch), batch, person -> Band.UNKNOWN)
                        .size();
            }
            return scored;
        }
    }

    private void report(List<Measured> all) {
        int scored = all.stream().mapToInt(Measured::people).sum();
        for (String seconds : List.of("wall", "CPU")) {
            ToDoubleFunction<Timing> of = seconds.equals("wall") ? Timing::wall : Timing::cpu;
            double open = all.stream().mapToDouble(one -> median(one.open, of)).sum();
            double lawful =
                    all.stream().mapToDouble(one -> median(one.lawful, of)).sum();
            Report.row(
                    String.format(Locale.ROOT, "scoring %,d people behind the gate of lawful bases", scored),
                    String.format(
                            Locale.ROOT,
                            "%.3f s %s against %.3f s with everything let through: %.3f ×; medians of %d rounds",
                            lawful,
                            seconds,
                            open,
                            lawful / open,
                            rounds));
        }
    }

    private static double median(List<Timing> timings, ToDoubleFunction<Timing> of) {
        double[] sorted = timings.stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
