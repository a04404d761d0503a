package org.holdfast.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.holdfast.launcher.audit.AuditEvent;
import org.holdfast.launcher.audit.AuditEvent.About;
import org.holdfast.launcher.audit.AuditEvent.Actor;
import org.holdfast.launcher.audit.AuditFolder;
import org.holdfast.launcher.audit.AuditLog;
import org.holdfast.launcher.audit.SigningKeys;
import org.holdfast.launcher.start.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures appending to the audit log, each entry forced to the disk and signed by checkpoints, against writing and forcing
 * the same bytes bare in groups of the same size, in turns in one run.
 */
@Command(name = "audit", mixinStandardHelpOptions = true, description = "Measures appending to the audit log.")
final class AuditBenchmark implements Callable<Integer> {
    private static final int ROUNDS = 5;
    private static final int[] CALLERS = {1, 16, 64, 256};
    private static final int ENTRIES_A_CALLER = 400;
    private static final int MOST_ENTRIES = 20_000;

    @Option(names = "--folder", description = "Where to write: the disk that is measured; default: a temporary folder.")
    private Path folder = Path.of("");

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        Path scratch = folder.toString().isEmpty()
                ? Files.createTempDirectory("holdfast-bench")
                : Files.createTempDirectory(folder, "holdfast-bench");
        try {
            for (int callers : CALLERS) {
                measure(scratch, callers);
            }
        } finally {
            DataDirectory.deleteTree(scratch);
        }
        return 0;
    }

    /** What one round took: entries a second, and how many were forced at once. */
    private record Round(double rate, double group, long bytes) {}

    private static void measure(Path scratch, int callers)
            throws IOException, InterruptedException, ExecutionException {
        int each = Math.min(ENTRIES_A_CALLER, MOST_ENTRIES / callers);
        appended(scratch.resolve("warm-" + callers), callers, each);
        List<Double> rates = new ArrayList<>();
        List<Double> bareRates = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        double group = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Round log = appended(scratch.resolve("log-" + callers + "-" + round), callers, each);
            double bare = bare(scratch.resolve("bare-" + callers + "-" + round), callers * each, log);
            group += log.group() / ROUNDS;
            rates.add(log.rate());
            bareRates.add(bare);
            ratios.add(log.rate() / bare);
        }
        Report.row(
                String.format(Locale.ROOT, "audit log, %d callers at once, %.1f entries a force", callers, group),
                String.format(
                        Locale.ROOT,
                        "%,.0f entries/s, bare append and force of the same bytes in groups of that size %,.0f/s: %.2f of"
                                + " it; medians of %d rounds of %,d entries, %,.0f entries/s at worst",
                        median(rates),
                        median(bareRates),
                        median(ratios),
                        ROUNDS,
                        callers * each,
                        rates.stream().mapToDouble(rate -> rate).min().orElse(0)));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(0.0);
    }

    private static Round appended(Path data, int callers, int each)
            throws IOException, InterruptedException, ExecutionException {
        Path folder = AuditFolder.of(data);
        SigningKeys.Encoded key = SigningKeys.create();
        SigningKeys.publish(folder, key.publicKey());
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try (AuditLog log = AuditLog.open(folder, "bench", Clock.systemUTC())) {
            log.signWith(SigningKeys.signer(key));
            List<Callable<Long>> work = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                work.add(() -> append(log, each));
            }
            long begin = System.nanoTime();
            for (Future<Long> done : threads.invokeAll(work)) {
                done.get();
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            return new Round(log.size() / seconds, (double) log.size() / log.groups(), bytes(folder));
        } finally {
            threads.shutdownNow();
        }
    }

    private static long append(AuditLog log, int entries) {
        long last = 0;
        for (int i = 0; i < entries; i++) {
            last = log.append(new AuditEvent(
                    "GET /employees/{id}/risk",
                    new Actor(new UUID(1, 1).toString(), List.of("subsidiaryHr"), "session"),
                    new About(null, List.of(new UUID(2, i).toString()), null),
                    AuditEvent.DONE,
                    Map.of("id", new UUID(2, i).toString(), "status", "200")));
        }
        return last;
    }

    private static long bytes(Path folder) throws IOException {
        long bytes = 0;
        try (var files = Files.newDirectoryStream(folder, "entries-*")) {
            for (Path file : files) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    /** Writes as many bytes as the log's entries had, in as many forces. */
    private static double bare(Path file, int entries, Round log) throws IOException {
        long forces = Math.max(1, Math.round(entries / log.group()));
        ByteBuffer bytes = ByteBuffer.allocate((int) (log.bytes() / forces));
        long begin = System.nanoTime();
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long i = 0; i < forces; i++) {
                bytes.clear();
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(false);
            }
        }
        return entries / ((System.nanoTime() - begin) / 1e9);
    }
}
