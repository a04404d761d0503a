package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.holdfast.launcher.start.DataDirectory;

/**
 * A demo whose clock is moved, in which people do in a real browser what a story tells. It needs libfaketime, and waits for the clock
 * for minutes.
 */
final class StoryDemo implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Path STEPS = Path.of("../bundles/console/src/test/console/pages/check-stories.mjs");

    /** A step is at most a minute late; the rest is for a busy machine. */
    static final Duration AT_MOST = Duration.ofMinutes(3);

    /** Whoever asks more often is refused by the limit of calls. */
    static final Duration POLL = Duration.ofSeconds(2);

    private final Map<String, ObjectNode> logins = new HashMap<>();
    private final Path data;
    private final MovedClock clock;
    private final DemoServer server;

    /** Starts it at a moment in Shanghai. */
    StoryDemo(String local, LocalDate endDay) throws IOException {
        data = Files.createTempDirectory("holdfast-stories");
        clock = new MovedClock(data.resolve("clock"));
        clock.set(at(local));
        server = DemoServer.start(Files.createDirectory(data.resolve("server")), endDay, clock.environment());
        for (JsonNode login : server.ready().path("logins")) {
            logins.put(login.path("role").asText(), (ObjectNode) login);
        }
    }

    /** Whether stories are asked for, and this machine can move a clock. */
    static boolean askedFor() {
        return Boolean.getBoolean("holdfast.stories") && MovedClock.possible();
    }

    DemoServer server() {
        return server;
    }

    /** Where files of the story lie. */
    Path folder() {
        return data;
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(SHANGHAI).toInstant();
    }

    /** Moves the clock and waits until the server sees it, which takes a second; sessions of days ago have ended by then. */
    void move(String local) throws IOException {
        clock.set(at(local));
        String day = LocalDate.ofInstant(at(local), ZoneOffset.UTC).toString();
        await().pollInterval(POLL).atMost(AT_MOST).until(() -> today().equals(day));
        server.signInAnew();
    }

    private String today() {
        server.signInAnew();
        return server.get("groupHr", "/api/v1/insight/effect").path("asOf").asText();
    }

    /** Makes a user: of an employee, of everybody's of a subsidiary, or both; returns its id. */
    String login(String name, String role, String employeeId, String subsidiaryId) {
        ObjectNode login = JSON.createObjectNode()
                .put("username", name.toLowerCase(Locale.ROOT))
                .put("password", UUID.randomUUID().toString());
        ObjectNode user = login.deepCopy()
                .put("displayName", name)
                .put("employeeId", employeeId)
                .put("language", "zh")
                .put("mustChangePassword", false);
        user.putArray("roles").add(role);
        user.putArray("subsidiaryIds");
        if (subsidiaryId != null) {
            user.withArray("subsidiaryIds").add(subsidiaryId);
        }
        JsonNode made = server.commandLine().post("/api/v1/users", user);
        logins.put(name, login);
        return made.path("id").asText();
    }

    ObjectNode loginOf(String name) {
        return logins.get(name);
    }

    /**
     * Takes steps in a browser that has the server's time, and finds no fault.
     *
     * @param story what the steps have to know
     * @param who by part in the story, who plays it
     * @param steps the steps
     */
    void walk(ObjectNode story, Map<String, String> who, String... steps) throws IOException, InterruptedException {
        ObjectNode given = JSON.createObjectNode()
                .put("address", server.ready().path("address").asText());
        given.set("story", story);
        ObjectNode parts = given.putObject("logins");
        who.forEach((part, name) -> parts.set(part, logins.get(name)));
        for (String step : steps) {
            given.put("at", clock.now().toString()).putArray("steps").add(step);
            walk(given);
        }
    }

    private static void walk(ObjectNode given) throws IOException, InterruptedException {
        Process walk = new ProcessBuilder(
                        "node",
                        STEPS.toAbsolutePath().normalize().toString(),
                        Path.of("target/screenshots").toAbsolutePath().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedWriter input = walk.outputWriter()) {
            input.write(given.toString());
        }
        List<String> lines = walk.inputReader().lines().toList();
        assertThat(walk.waitFor()).as("%s", lines).isZero();
        assertThat(lines).as("steps taken").hasSize(given.path("steps").size());
    }

    @Override
    public void close() throws IOException {
        server.close();
        DataDirectory.deleteTree(data);
    }
}
