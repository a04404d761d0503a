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
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.holdfast.launcher.start.DataDirectory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Many people at the console at once: each signs in, listens for reminders, opens pages one after the other and reads for a
 * while in between. What is measured is each call of a page, from sending to the last byte, by a client on the same machine.
 */
@Command(
        name = "pages",
        mixinStandardHelpOptions = true,
        description = "Measures the calls of the console's pages under load.")
final class PagesBenchmark implements Callable<Integer> {
    private static final LocalDate END = LocalDate.of(2026, 10, 31);

    @Mixin
    private Place place = new Place();

    @Option(names = "--people", description = "Posts of the group; default: ${DEFAULT-VALUE}.")
    private int people = 100_000;

    @Option(names = "--months", description = "Months of signals; default: ${DEFAULT-VALUE}.")
    private int months = 12;

    @Option(
            names = "--users",
            split = ",",
            description = "How many are at the console at once; default: ${DEFAULT-VALUE}.")
    private List<Integer> users = List.of(200);

    @Option(names = "--reading", description = "Seconds somebody reads a page, on average; default: ${DEFAULT-VALUE}.")
    private double reading = 10;

    @Option(
            names = "--seconds",
            description = "How long calls are counted, after as long a warm-up; default: ${DEFAULT-VALUE}.")
    private int seconds = 120;

    @Option(names = "--heap", description = "Largest heap of the server; default: ${DEFAULT-VALUE}.")
    private String heap = "2g";

    @Option(
            names = "--faketime",
            description =
                    "Library of libfaketime: the group is filled as of four days ago, so that superiors have their alerts.")
    private @Nullable Path faketime;

    @Option(names = "--keep", description = "Keeps the filled data directory, and uses one that is there.")
    private boolean keep;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path data = place.folder().resolve("pages-" + people + "x" + months);
        if (!Files.exists(data.resolve("filled"))) {
            fill(data);
        }
        try (InstalledServer server = InstalledServer.start(data, place, heap)) {
            // Alerts of the days before are delivered, and their cases opened, one to three minutes after the start.
            server.settle(30, 100);
            for (int many : users) {
                measure(server, many);
            }
            Report.row(
                    people + " posts: memory of the server",
                    String.format(Locale.ROOT, "%s, %d MiB resident at most", server.heap(), server.peakResident()));
        }
        if (!keep) {
            DataDirectory.deleteTree(data);
        }
        return 0;
    }

    private void fill(Path data) throws IOException, InterruptedException {
        DataDirectory.deleteTree(data);
        try (InstalledServer server = InstalledServer.start(data, place, heap, earlier())) {
            new LargeGroup(place, people, months, END).fill(server);
            for (JsonNode subsidiary : server.subsidiaries()) {
                server.api().riskRun(subsidiary.path("id").asText(), "score", END);
            }
            server.settle();
        }
        Files.createFile(data.resolve("filled"));
    }

    private Map<String, String> earlier() {
        return faketime == null
                ? Map.of()
                : Map.of(
                        "LD_PRELOAD",
                        faketime.toString(),
                        "FAKETIME",
                        "-4d",
                        "FAKETIME_DONT_FAKE_MONOTONIC",
                        "1",
                        // Else each timed wait of the JVM returns at once, and the server spins.
                        "FAKETIME_FORCE_MONOTONIC_FIX",
                        "0");
    }

    private void measure(InstalledServer server, int many) throws InterruptedException {
        Latencies latencies = new Latencies();
        List<Staff.Login> logins = new Staff(server).of(many);
        ExecutorService threads = Executors.newFixedThreadPool(many);
        List<Reader> readers = new ArrayList<>();
        // A browser speaks HTTP/1.1 where there is no TLS.
        HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (Staff.Login login : logins) {
            Random random = new Random(readers.size());
            Visitor visitor = new Visitor(http, server.address(), latencies, random);
            visitor.signIn(login.username(), login.password());
            readers.add(new Reader(visitor, login.pages(), readers.size(), random));
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
        latencies.report(people + " posts, " + many + " users", after.wallSince(before));
        Report.row(people + " posts, " + many + " users: work of the server", Usage.since(before, after));
    }

    /** Opens pages until it is told to stop. */
    private final class Reader implements Runnable {
        private final Visitor visitor;
        private final List<ConsolePages> pages;
        private final Random random;
        private int next;

        /** Takes where in the day to begin: they are spread over it, so that at each moment every page is opened by somebody. */
        Reader(Visitor visitor, List<ConsolePages> pages, int next, Random random) {
            this.visitor = visitor;
            this.pages = pages;
            this.next = next;
            this.random = random;
        }

        @Override
        public void run() {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    // Half as long to half as long again, so that they do not fall into step.
                    TimeUnit.MILLISECONDS.sleep((long) (1_000 * reading * (0.5 + random.nextDouble())));
                    open(pages.get(next++ % pages.size()));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            visitor.leave();
        }

        private void open(ConsolePages page) {
            try {
                page.open(visitor);
            } catch (CompletionException e) {
                // It is in the figures as refused; whoever sits there tries another page.
            }
        }
    }
}
