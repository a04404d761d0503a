package org.holdfast.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.holdfast.demo.DemoPlan;
import org.holdfast.launcher.start.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Runs two nights over groups of several sizes in an installed server: features, scores, reasons, alerts.
 */
@Command(name = "nightly", mixinStandardHelpOptions = true, description = "Measures nightly runs at several sizes.")
final class NightlyBenchmark implements Callable<Integer> {
    private static final LocalDate END = LocalDate.of(2026, 10, 31);

    @Mixin
    private Place place = new Place();

    @Option(names = "--people", split = ",", description = "Posts of the groups; default: ${DEFAULT-VALUE}.")
    private List<Integer> sizes = List.of(10_000, 100_000);

    @Option(
            names = "--months",
            description = "Months of signals of those no model learns from; default: ${DEFAULT-VALUE}.")
    private int months = DemoPlan.DEFAULT_MONTHS;

    @Option(names = "--heap", description = "Largest heap of the server; default: ${DEFAULT-VALUE}.")
    private String heap = "1g";

    @Option(names = "--keep", description = "Keeps filled data directories, and uses those that are there.")
    private boolean keep;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Night> nights = new ArrayList<>();
        for (int people : sizes) {
            Path data = place.folder().resolve("nightly-" + people + "x" + months);
            if (!Files.exists(data.resolve("filled"))) {
                fill(data, people);
            }
            nights.add(nights(data, people));
            if (!keep) {
                DataDirectory.deleteTree(data);
            }
        }
        Night first = nights.get(0);
        Night last = nights.get(nights.size() - 1);
        Report.row(
                "growth from " + sizes.get(0) + " to " + sizes.get(sizes.size() - 1) + " posts",
                String.format(
                        Locale.ROOT,
                        "%.1f × people, %.1f × wall, %.1f × CPU",
                        (double) last.people / first.people,
                        last.wall / first.wall,
                        last.cpu / first.cpu));
        return 0;
    }

    private void fill(Path data, int people) throws IOException, InterruptedException {
        DataDirectory.deleteTree(data);
        try (InstalledServer server = InstalledServer.start(data, place, heap)) {
            new LargeGroup(place, people, months, END).fill(server);
        }
        Files.createFile(data.resolve("filled"));
    }

    /** The first night opens alerts for all who have risen since never; the second is every further night. */
    private Night nights(Path data, int people) throws IOException, InterruptedException {
        try (InstalledServer server = InstalledServer.start(data, place, heap)) {
            night(server, people + " posts, first night after a start", END.minusDays(1));
            Night second = night(server, people + " posts, further night", END);
            Report.row(
                    people + " posts: resident memory",
                    String.format(Locale.ROOT, "%d MiB at most", server.peakResident()));
            return second;
        }
    }

    private static Night night(InstalledServer server, String what, LocalDate day) throws InterruptedException {
        Usage before = server.usage();
        int scored = 0;
        for (JsonNode subsidiary : server.subsidiaries()) {
            String id = subsidiary.path("id").asText();
            server.api().riskRun(id, "score", day);
            scored += scored(server, id);
        }
        Usage runs = server.usage();
        Usage settled = server.settle();
        Report.row(
                what,
                String.format(
                        Locale.ROOT,
                        "%,d people scored: runs %s, alerts after them %s; %.2f ms CPU a person; %s",
                        scored,
                        Usage.since(before, runs),
                        Usage.since(runs, settled),
                        1_000 * settled.cpuSince(before) / scored,
                        server.heap()));
        return new Night(scored, settled.wallSince(before), settled.cpuSince(before));
    }

    /** How many people the latest run of a subsidiary has scored. */
    private static int scored(InstalledServer server, String subsidiaryId) {
        for (JsonNode run : server.api().get("/api/v1/risk/runs").path("items")) {
            if (run.path("subsidiaryId").asText().equals(subsidiaryId)) {
                return run.path("people").asInt();
            }
        }
        return 0;
    }

    private record Night(int people, double wall, double cpu) {}
}
