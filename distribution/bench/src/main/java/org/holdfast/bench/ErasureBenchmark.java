package org.holdfast.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.holdfast.demo.DemoPlan;
import org.holdfast.launcher.client.ApiCalls;
import org.holdfast.launcher.start.DataDirectory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Erases people among many in an installed server, through its API: from the officer's order to the answer, with rows, shred
 * ledger, key and memory. Beside it, reading a profile through the same API.
 */
@Command(name = "erasure", mixinStandardHelpOptions = true, description = "Measures erasing one person among many.")
final class ErasureBenchmark implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate END = LocalDate.of(2026, 10, 31);
    private static final String OFFICER = "officer";
    private static final double LAST = 0.95;

    @Mixin
    private Place place = new Place();

    @Option(names = "--people", description = "Posts of the group; default: ${DEFAULT-VALUE}.")
    private int people = 100_000;

    @Option(names = "--months", description = "Months of signals; default: ${DEFAULT-VALUE}.")
    private int months = 12;

    @Option(names = "--erase", description = "How many people to erase; default: ${DEFAULT-VALUE}.")
    private int erased = 50;

    @Option(names = "--heap", description = "Largest heap of the server; default: ${DEFAULT-VALUE}.")
    private String heap = "1g";

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path data = place.folder().resolve("erasure-" + people);
        DataDirectory.deleteTree(data);
        Path files = place.folder().resolve("erasure-files");
        DataDirectory.deleteTree(files);
        List<Path> group = GroupFiles.write(new DemoPlan(DemoPlan.DEFAULT_SEED, END, people, months), files);
        try (InstalledServer server = InstalledServer.start(data, place, heap)) {
            group.forEach(server.api()::imported);
            server.settle();
            measure(officer(server.api()));
        }
        DataDirectory.deleteTree(data);
        DataDirectory.deleteTree(files);
        return 0;
    }

    private static ApiCalls officer(ApiCalls api) {
        String password = UUID.randomUUID().toString();
        ObjectNode user = JSON.createObjectNode()
                .put("username", OFFICER)
                .put("displayName", "")
                .put("password", password)
                .putNull("employeeId")
                .put("language", "en")
                .put("mustChangePassword", false);
        user.putArray("roles").add("dpo");
        user.putArray("subsidiaryIds");
        api.post("/api/v1/users", user);
        return api.signedInAs(OFFICER, password);
    }

    private void measure(ApiCalls officer) {
        ObjectNode left =
                JSON.createObjectNode().put("text", "").put("status", "left").put("limit", Math.min(200, erased));
        JsonNode page = officer.post("/api/v1/employees/search", left);
        List<Double> reads = new ArrayList<>();
        List<Double> erasures = new ArrayList<>();
        for (JsonNode person : page.path("items")) {
            String id = person.path("id").asText();
            reads.add(seconds(() -> officer.get("/api/v1/employees/" + id + "/profile")));
            ObjectNode order = JSON.createObjectNode()
                    .put("ground", "request")
                    .put("employeeNo", person.path("employeeNo").asText());
            erasures.add(seconds(() -> officer.post("/api/v1/privacy/people/" + id + "/erasure", order)));
        }
        Report.row(
                people + " posts: erasing a person, " + erasures.size() + " people one after the other",
                figures(erasures));
        Report.row(people + " posts: reading a profile before each", figures(reads));
    }

    private static double seconds(Runnable work) {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static String figures(List<Double> seconds) {
        List<Double> sorted = seconds.stream().sorted().toList();
        return String.format(
                Locale.ROOT,
                "median %.0f ms, 95 %% within %.0f ms, at most %.0f ms",
                1_000 * sorted.get(sorted.size() / 2),
                1_000 * sorted.get((int) (LAST * (sorted.size() - 1))),
                1_000 * sorted.get(sorted.size() - 1));
    }
}
