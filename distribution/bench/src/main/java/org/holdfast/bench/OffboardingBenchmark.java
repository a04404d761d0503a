package org.holdfast.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.holdfast.bench.Visitor.Call;
import org.holdfast.launcher.start.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Many offboarding cases at once: those in flight with their tasks, and those that are over, which nobody should feel. What is measured
 * is each call of a page, from sending to the last byte, by a client on the same machine.
 */
@Command(
        name = "offboarding",
        mixinStandardHelpOptions = true,
        description = "Measures the task list among many offboarding cases.")
final class OffboardingBenchmark implements Callable<Integer> {
    private static final LocalDate END = LocalDate.of(2026, 10, 31);

    @Mixin
    private Place place = new Place();

    @Option(names = "--running", description = "Cases in flight; default: ${DEFAULT-VALUE}.")
    private int running = 1_000;

    @Option(names = "--over", description = "Cases that were begun and taken back; default: ${DEFAULT-VALUE}.")
    private int over = 10_000;

    @Option(names = "--users", description = "How many are at the console at once; default: ${DEFAULT-VALUE}.")
    private int users = 50;

    @Option(names = "--reading", description = "Seconds somebody reads a page, on average; default: ${DEFAULT-VALUE}.")
    private double reading = 5;

    @Option(
            names = "--seconds",
            description = "How long calls are counted, after as long a warm-up; default: ${DEFAULT-VALUE}.")
    private int seconds = 60;

    @Option(names = "--heap", description = "Largest heap of the server; default: ${DEFAULT-VALUE}.")
    private String heap = "2g";

    @Option(names = "--keep", description = "Keeps the filled data directory, and uses one that is there.")
    private boolean keep;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path data = place.folder().resolve("offboarding-" + running + "-" + over);
        if (!Files.exists(data.resolve("filled"))) {
            fill(data);
        }
        try (InstalledServer server = InstalledServer.start(data, place, heap)) {
            server.settle(10, 60);
            measure(server);
            Report.row(
                    cases() + ": memory of the server",
                    String.format(Locale.ROOT, "%s, %d MiB resident at most", server.heap(), server.peakResident()));
        }
        if (!keep) {
            DataDirectory.deleteTree(data);
        }
        return 0;
    }

    private void fill(Path data) throws IOException, InterruptedException {
        DataDirectory.deleteTree(data);
        try (InstalledServer server = InstalledServer.start(data, place, heap)) {
            // A seventh more than cases: some have left, and some work where no law of the product's says how.
            new ManyCases(server).fill(place.folder(), END, (running + over) * 8 / 7 + 1_000);
            Usage before = server.usage();
            new ManyCases(server).begin(running, over);
            Report.row(cases() + ": begun, and those that are over taken back", Usage.since(before, server.usage()));
        }
        Files.createFile(data.resolve("filled"));
    }

    private String cases() {
        return running + " cases in flight, " + over + " over";
    }

    private void measure(InstalledServer server) throws InterruptedException {
        Latencies latencies = new Latencies();
        ExecutorService threads = Executors.newFixedThreadPool(users);
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<Reader> readers = new ArrayList<>();
        for (Staff.Login login : new Staff(server).hr(users)) {
            Random random = new Random(readers.size());
            Visitor visitor = new Visitor(http, server.address(), latencies, random);
            visitor.signIn(login.username(), login.password());
            readers.add(new Reader(visitor, random));
        }
        readers.forEach(threads::execute);
        TimeUnit.SECONDS.sleep(seconds);
        latencies.count();
        Usage before = server.usage();
        TimeUnit.SECONDS.sleep(seconds);
        latencies.end();
        Usage after = server.usage();
        threads.shutdownNow();
        threads.awaitTermination(1, TimeUnit.MINUTES);
        latencies.report(cases() + ", " + users + " users", after.wallSince(before));
        Report.row(cases() + ", " + users + " users: work of the server", Usage.since(before, after));
    }

    /** Looks at the tasks, at the cases and at one of them, until it is told to stop. */
    private final class Reader implements Runnable {
        private final Visitor visitor;
        private final Random random;

        Reader(Visitor visitor, Random random) {
            this.visitor = visitor;
            this.random = random;
        }

        @Override
        public void run() {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    read();
                    open(Call.get("tasks", "offboardings/tasks?limit=50"));
                    read();
                    visitor.saw("cases", ids(open(Call.get("cases", "offboardings?state=running&limit=50"))));
                    read();
                    visitor.oneOf("cases")
                            .ifPresent(id -> open(
                                    Call.get("case", "offboardings/" + id),
                                    Call.get("flow of a case", "offboardings/" + id + "/flow")));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            visitor.leave();
        }

        /** Half as long to half as long again, so that they do not fall into step. */
        private void read() throws InterruptedException {
            TimeUnit.MILLISECONDS.sleep((long) (1_000 * reading * (0.5 + random.nextDouble())));
        }

        private List<JsonNode> open(Call... calls) {
            try {
                return visitor.open(calls);
            } catch (CompletionException e) {
                // It is in the figures as refused; whoever sits there tries another page.
                return List.of();
            }
        }

        private static List<String> ids(List<JsonNode> pages) {
            List<String> ids = new ArrayList<>();
            pages.forEach(page ->
                    page.path("items").forEach(item -> ids.add(item.path("id").asText())));
            return ids;
        }
    }
}
