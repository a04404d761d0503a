package org.holdfast.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.demo.DemoGroup;
import org.holdfast.demo.DemoPlan;
import org.holdfast.demo.WrittenFile;
import org.holdfast.launcher.client.ApiCalls;
import org.holdfast.launcher.start.DataDirectory;
import org.holdfast.launcher.start.StartFailure;
import org.holdfast.launcher.text.Message;
import org.holdfast.launcher.text.Screen;

/**
 * Fills an empty server with the demo group, by the same API an administrator's scripts use: imports its files, files
 * the lawful bases its story needs, trains, scores and creates one login per role.
 */
public final class DemoSetup {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Fewer people than this have joined too recently to train a model on. */
    private static final int TRAINABLE = 200;
    /** For how many months before the last one everybody is scored, too. */
    private static final int HISTORY_MONTHS = 3;

    private final ApiCalls api;
    private final Path dataDirectory;
    private final Screen screen;
    private final Clock clock;

    /**
     * Names the server.
     *
     * @param api calls to the running server with this machine's token
     * @param dataDirectory its data directory
     * @param screen where progress is printed
     * @param clock tells the day on which a survey begins
     */
    public DemoSetup(ApiCalls api, Path dataDirectory, Screen screen, Clock clock) {
        this.api = api;
        this.dataDirectory = dataDirectory;
        this.screen = screen;
        this.clock = clock;
    }

    /**
     * Fills the server, unless that was done before.
     *
     * @param plan what to generate
     * @return the logins, the same at each further start
     */
    public List<DemoLogin> run(DemoPlan plan) {
        DemoLogins logins = new DemoLogins(dataDirectory.resolve("demo.json"));
        if (logins.exist()) {
            return logins.read();
        }
        Path files = dataDirectory.resolve("run").resolve("demo-files");
        try {
            DataDirectory.deleteTree(files);
            Files.createDirectories(files);
            List<WrittenFile> written = timed(Message.of("step.demoGenerated"), () -> generate(plan, files));
            written.stream()
                    .filter(file -> file.file().imported())
                    .forEach(file -> timed(
                            Message.of("step.demoImported", file.path().getFileName()),
                            () -> api.imported(file.path())));
            DataDirectory.deleteTree(files);
        } catch (IOException e) {
            throw new StartFailure(e, "failure.demoFiles", files);
        }
        JsonNode subsidiaries = api.get("/api/v1/subsidiaries?limit=200").path("items");
        subsidiaries.forEach(subsidiary -> fileBases(subsidiary, plan));
        for (JsonNode subsidiary : subsidiaries) {
            score(subsidiary, plan.endDay());
        }
        List<DemoLogin> made = new DemoAccounts(api, clock).create(subsidiaries);
        logins.write(made);
        return made;
    }

    private static List<WrittenFile> generate(DemoPlan plan, Path files) {
        try {
            return DemoGroup.write(plan, files);
        } catch (IOException e) {
            throw new StartFailure(e, "failure.demoFiles", files);
        }
    }

    /** The demo's story rests on HR rules for what the firm's own systems hold, and on consent for the rest. */
    private void fileBases(JsonNode subsidiary, DemoPlan plan) {
        ObjectNode body = JSON.createObjectNode();
        ArrayNode items = body.putArray("items");
        for (DataCategory category : DataCategory.values()) {
            boolean consent = category == DataCategory.JOB_SITE
                    || category == DataCategory.SURVEY
                    || category == DataCategory.FEEDBACK;
            items.addObject()
                    .put("category", category.code())
                    .put("purpose", "retention")
                    .put("kind", consent ? "consent" : "hrRules")
                    .put("from", plan.endDay().minusYears(10).toString())
                    .putNull("to");
        }
        api.put("/api/v1/privacy/bases/" + subsidiary.path("id").asText(), body);
    }

    /** A training run scores everybody, too. The months before come last: what is older than the current score is history. */
    private void score(JsonNode subsidiary, LocalDate endDay) {
        String id = subsidiary.path("id").asText();
        String name = subsidiary.path("code").asText();
        boolean trains = subsidiary.path("headcount").asInt() >= TRAINABLE;
        timed(
                Message.of(trains ? "step.demoTrained" : "step.demoScored", name),
                () -> api.riskRun(id, trains ? "train" : "score", endDay));
        timed(Message.of("step.demoHistory", name), () -> {
            for (int back = HISTORY_MONTHS; back > 0; back--) {
                api.riskRun(id, "score", endDay.minusMonths(back));
            }
            return HISTORY_MONTHS;
        });
    }

    private <T> T timed(Message what, Supplier<T> step) {
        long begin = System.nanoTime();
        T result = step.get();
        screen.say("step.demo", what, String.format(Locale.ROOT, "%.1f", (System.nanoTime() - begin) / 1e9));
        return result;
    }
}
