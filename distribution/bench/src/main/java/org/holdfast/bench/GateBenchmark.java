package org.holdfast.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import org.holdfast.api.industry.IndustryModel;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.protection.basis.SignalGate;
import org.holdfast.core.risk.features.FeatureRun;
import org.holdfast.core.risk.features.PersonSeries;
import org.holdfast.core.risk.features.Surroundings;
import org.holdfast.core.risk.runs.Scoring;
import org.holdfast.core.risk.settings.RiskSettings;
import org.holdfast.core.risk.training.JobProgress;
import org.holdfast.core.risk.training.Trainer;
import org.holdfast.core.risk.training.TrainingRules;
import org.holdfast.demo.DemoPlan;
import org.holdfast.engine.xgboost.XgboostEngine;
import org.holdfast.launcher.start.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Carries out the product's own scoring runs, from people's sealed facts to stored scores with reasons, on models trained before:
 * once behind the gate of lawful bases, which reads bases, consents, notices and objections, and once with a gate that lets
 * everything through, in turns.
 */
@Command(name = "gate", mixinStandardHelpOptions = true, description = "Measures what the gate of lawful bases costs.")
final class GateBenchmark implements Callable<Integer> {
    private static final LocalDate END = LocalDate.of(2026, 10, 31);
    private static final SignalGate OPEN = (firm, person, category, day) -> true;

    @Option(names = "--people", description = "Posts of the group; default: ${DEFAULT-VALUE}.")
    private int people = DemoPlan.DEFAULT_PEOPLE;

    @Option(names = "--rounds", description = "How often each is measured; default: ${DEFAULT-VALUE}.")
    private int rounds = 15;

    @Option(
            names = "--cold",
            description = "Each run opens what people agreed to anew, as the first after a start does.")
    private boolean cold;

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
        train(group, subsidiary);
        Scoring open = group.scoring(OPEN);
        Scoring lawful = group.scoring(group.lawful(subsidiary));
        int scored = score(lawful, subsidiary);
        Measured measured = new Measured(scored, new ArrayList<>(), new ArrayList<>());
        for (int round = 0; round < rounds; round++) {
            measured.open.add(Timing.of(() -> score(open, subsidiary)));
            if (cold) {
                group.openConsentsAnew();
            }
            measured.lawful.add(Timing.of(() -> score(lawful, subsidiary)));
        }
        return measured;
    }

    private static int score(Scoring scoring, Subsidiary subsidiary) {
        return scoring.scoreAll(subsidiary.id(), END, JobProgress.SILENT);
    }

    private static void train(ImportedGroup group, Subsidiary subsidiary) {
        IndustryModel industry = group.industry(subsidiary);
        List<PersonSeries> series = group.series(subsidiary);
        FeatureRun features = new FeatureRun(
                industry,
                subsidiary.id(),
                OPEN,
                new Surroundings(series, group.source().market()));
        TrainingRules rules = new TrainingRules(
                RiskSettings.STANDARD.horizonDays(),
                1,
                0.5,
                1,
                Runtime.getRuntime().availableProcessors());
        group.use(
                subsidiary,
                END,
                new Trainer(new XgboostEngine(), industry, rules).train(features, series, END, JobProgress.SILENT));
    }

    /** Times of one subsidiary. */
    private record Measured(int people, List<Timing> open, List<Timing> lawful) {}

    private void report(List<Measured> all) {
        int scored = all.stream().mapToInt(Measured::people).sum();
        for (String seconds : List.of("wall", "CPU")) {
            ToDoubleFunction<Timing> of = seconds.equals("wall") ? Timing::wall : Timing::cpu;
            double open = all.stream().mapToDouble(one -> median(one.open, of)).sum();
            double lawful =
                    all.stream().mapToDouble(one -> median(one.lawful, of)).sum();
            Report.row(
                    String.format(Locale.ROOT, "a scoring run over %,d people behind the gate of lawful bases", scored),
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
