package org.holdfast.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.holdfast.api.connector.TableLimits;
import org.holdfast.api.connector.TableReader;
import org.holdfast.api.connector.TableRow;
import org.holdfast.api.engine.Algorithm;
import org.holdfast.api.engine.FeatureColumn;
import org.holdfast.api.engine.FeatureMatrix;
import org.holdfast.api.engine.LabelledMatrix;
import org.holdfast.api.engine.TrainedModel;
import org.holdfast.api.engine.TrainingPlan;
import org.holdfast.api.industry.Direction;
import org.holdfast.api.protection.KeyPath;
import org.holdfast.api.protection.RecordIdentity;
import org.holdfast.api.protection.WrappedKey;
import org.holdfast.connector.files.FilesTableFormat;
import org.holdfast.engine.xgboost.XgboostEngine;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.protection.aes.AesKeyRing;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;

/** Measures single parts on generated rows: sealing, reading files, training and explaining. */
@Command(name = "parts", mixinStandardHelpOptions = true, description = "Measures sealing, reading and the engine.")
final class PartsBenchmark implements Callable<Integer> {
    private static final int PERSONS = 10_000;
    private static final int ROUNDS = 12;
    private static final int LINES = 1_000_000;
    private static final int ROWS = 100_000;
    private static final int COLUMNS = 40;

    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException {
        folder = Files.createTempDirectory("holdfast-bench");
        sealing();
        reading();
        for (Algorithm algorithm : Algorithm.values()) {
            engine(algorithm);
        }
        DataDirectory.deleteTree(folder);
        return 0;
    }

    private void sealing() {
        AesKeyRing ring = new AesKeyRing();
        ring.create(folder.resolve("root.p12"), "bench".toCharArray());
        WrappedKey subsidiary = ring.newSubsidiaryKey("s");
        List<KeyPath> paths = new ArrayList<>();
        List<RecordIdentity> identities = new ArrayList<>();
        for (int i = 0; i < PERSONS; i++) {
            paths.add(KeyPath.ofPerson(subsidiary, ring.newPersonKey(subsidiary, "p" + i)));
            identities.add(new RecordIdentity("signal_block", "content", "row-0000000" + i, "subject-" + i, 1));
        }
        byte[] plain = new byte[100];
        byte[][] sealed = new byte[PERSONS][];
        double seals = 0;
        double opens = 0;
        for (int round = 0; round < ROUNDS; round++) {
            seals = Math.max(
                    seals, PERSONS / each(i -> put(sealed, i, ring.seal(paths.get(i), identities.get(i), plain))));
            opens = Math.max(opens, PERSONS / each(i -> ring.open(paths.get(i), identities.get(i), sealed[i])));
        }
        Report.row(
                "sealing a 100-byte record with keys of 10,000 people",
                String.format(
                        Locale.ROOT,
                        "%,.0f seals and %,.0f opens per CPU second, best of %d rounds",
                        seals,
                        opens,
                        ROUNDS));
    }

    private static void put(byte[][] into, int index, byte[] value) {
        into[index] = value;
    }

    private static double each(IntConsumer action) {
        return Timing.of(() -> {
                    for (int i = 0; i < PERSONS; i++) {
                        action.accept(i);
                    }
                    return PERSONS;
                })
                .cpu();
    }

    private void reading() throws IOException {
        Path file = folder.resolve("signals.csv");
        try (BufferedWriter text = Files.newBufferedWriter(file)) {
            text.write("subsidiary,employee_no,signal,date,value,source,text\n");
            for (int i = 0; i < LINES; i++) {
                text.write("S1,E" + i % ROWS + ",attendance.late,2026-03-01," + i % 60 + ",考勤,\"a, b\"\n");
            }
        }
        Timing timing = Timing.of(() -> read(file));
        Report.row(
                "a CSV file of 1,000,000 rows × 7 cells, parsed",
                String.format(
                        Locale.ROOT,
                        "%,.0f rows/s wall, %,.0f rows per CPU second",
                        LINES / timing.wall(),
                        LINES / timing.cpu()));
    }

    private static int read(Path file) throws IOException {
        int count = 0;
        try (TableReader reader = new FilesTableFormat()
                .open(file.getFileName().toString(), Files.newInputStream(file), TableLimits.IMPORT)) {
            for (List<TableRow> rows = reader.next(1_000); !rows.isEmpty(); rows = reader.next(1_000)) {
                count += rows.size();
            }
        }
        return count;
    }

    private static void engine(Algorithm algorithm) {
        LabelledMatrix data = people(ROWS, 1);
        LabelledMatrix calibrate = people(5_000, 2);
        TrainingPlan plan = new TrainingPlan(algorithm, data, calibrate, 7, 2);
        AtomicReference<@Nullable TrainedModel> trained = new AtomicReference<>();
        Timing training = Timing.of(() -> {
            trained.set(new XgboostEngine().train(plan));
            return algorithm;
        });
        try (TrainedModel model = Objects.requireNonNull(trained.get())) {
            model.explain(calibrate.features());
            Timing margins = Timing.of(() -> model.margins(data.features()));
            // A forest's trees are deep: a part of the rows tells as much.
            FeatureMatrix explained = algorithm == Algorithm.RANDOM_FOREST ? calibrate.features() : data.features();
            Timing reasons = Timing.of(() -> model.explain(explained));
            Report.row(
                    algorithm.code() + " on 100,000 × 40",
                    String.format(
                            Locale.ROOT,
                            "trained in %.1f s wall, %.1f s CPU; scores %,.0f rows/s; scores and explains %,.0f rows/s wall, %,.0f"
                                    + " rows per CPU second",
                            training.wall(),
                            training.cpu(),
                            ROWS / margins.wall(),
                            explained.rows() / reasons.wall(),
                            explained.rows() / reasons.cpu()));
        }
    }

    private static LabelledMatrix people(int rows, long seed) {
        Random random = new Random(seed);
        List<FeatureColumn> names = new ArrayList<>();
        for (int column = 0; column < COLUMNS; column++) {
            names.add(new FeatureColumn("f" + column, column == 0 ? Direction.RAISES_RISK : Direction.FREE));
        }
        double[] values = new double[rows * COLUMNS];
        double[] labels = new double[rows];
        for (int row = 0; row < rows; row++) {
            double margin = -2;
            for (int column = 0; column < COLUMNS; column++) {
                double value = random.nextGaussian();
                values[row * COLUMNS + column] = random.nextDouble() < 0.05 ? Double.NaN : value;
                margin += column < 10 ? 0.3 * value : 0;
            }
            labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-margin)) ? 1 : 0;
        }
        return new LabelledMatrix(new FeatureMatrix(names, values), labels);
    }
}
