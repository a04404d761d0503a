package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.holdfast.launcher.start.DataDirectory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** An officer sees who saw whom, and shows without the server that nobody has changed it since. */
@ExtendWith(SharedDemo.class)
@Tag("O26")
class AuditIT {
    private final DemoServer server;

    AuditIT(DemoServer server) {
        this.server = server;
    }

    @Test
    void everybodyWhoWasShownIsInTheLogWithWhoSawThem() {
        String id = server.id("CASE-8.5");
        for (String path : List.of("profile", "timeline", "risk")) {
            server.get("groupHr", "/api/v1/employees/" + id + "/" + path);
        }
        List<String> listed = new ArrayList<>();
        server.get("groupHr", "/api/v1/risk/scores?limit=50")
                .path("items")
                .forEach(row -> listed.add(row.path("id").asText()));
        server.get("groupHr", "/api/v1/alerts?limit=50")
                .path("items")
                .forEach(row -> listed.add(row.path("employee").path("id").asText()));

        JsonNode about =
                server.get("dpo", "/api/v1/audit?limit=200&person=" + id).path("items");
        JsonNode own = server.post("dpo", "/api/v1/audit/search", "{\"endpoint\":\"GET /audit\"}")
                .path("items");

        assertThat(about.findValuesAsText("action"))
                .contains("GET /employees/{id}/profile", "GET /employees/{id}/timeline", "GET /employees/{id}/risk");
        assertThat(about)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.at("/actor/name").asText()).isNotEmpty());
        assertThat(listed)
                .hasSizeGreaterThan(60)
                .allSatisfy(person -> assertThat(server.get("auditor", "/api/v1/audit?limit=1&person=" + person)
                                .path("items"))
                        .isNotEmpty());
        assertThat(own).as("reading the log is in the log").isNotEmpty();
    }

    @Test
    void whoAsksForWhatTheyMayNotSeeIsInTheLog() {
        assertThat(server.status("systemAdmin", "/api/v1/employees/" + server.id("CASE-8.5") + "/risk"))
                .isEqualTo(403);

        assertThat(server.post("auditor", "/api/v1/audit/search", "{\"endpoint\":\"/employees/{id}/risk\"}")
                        .path("items")
                        .findValuesAsText("outcome"))
                .contains("denied");
    }

    @Test
    void theLogVerifiesWithoutTheServerAndAChangedEntryIsNamed(@TempDir Path folder)
            throws IOException, InterruptedException {
        server.get("groupHr", "/api/v1/risk/scores?limit=5");
        CommandLine command = new CommandLine(server.data(), 0);
        await().atMost(20, TimeUnit.SECONDS)
                .until(() -> command.run("audit", "verify", "--json").said().contains("\"result\":\"intact\""));
        Path copy = folder.resolve("audit");
        DataDirectory.copyTree(server.data().resolve("audit"), copy);
        Path entries = copy.resolve("entries-000000000000.jsonl");
        List<String> lines = Files.readAllLines(entries);

        lines.set(3, lines.get(3).replaceFirst("\"outcome\":\"[a-z]*\"", "\"outcome\":\"hidden\""));
        Files.write(entries, lines);
        CommandLine.Outcome altered = command.run("audit", "verify", "--json", "--log", copy.toString());
        lines.remove(3);
        Files.write(entries, lines);
        CommandLine.Outcome removed = command.run("audit", "verify", "--json", "--log", copy.toString());

        assertThat(altered.exitCode()).isEqualTo(1);
        assertThat(altered.said()).contains("\"result\":\"altered\"", "\"first\":3,");
        assertThat(removed.exitCode()).isEqualTo(1);
        assertThat(removed.said()).contains("\"result\":\"removed\"", "\"first\":3,");
    }
}
