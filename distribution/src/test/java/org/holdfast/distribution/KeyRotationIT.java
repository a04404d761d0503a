package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.holdfast.distribution.CommandLine.Outcome;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Keys are replaced from the command line while the server works, and nobody who reads notices. Kills the server, which
 * signs everybody off, so it comes late.
 */
@ExtendWith(SharedDemo.class)
@Order(Integer.MAX_VALUE - 9)
class KeyRotationIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DemoServer server;
    private final CommandLine holdfast;

    KeyRotationIT(DemoServer server) {
        this.server = server;
        this.holdfast = new CommandLine(server.data(), server.port());
    }

    @Test
    @Tag("O20")
    void bothLevelsAreReplacedWhileEverythingStaysReadableAndAfterAKillToo() throws Exception {
        List<String> before = answers();
        String former = status().at("/root/id").asText();

        assertThat(rotated("root").path("state").asText()).isEqualTo("done");
        assertThat(rotated("subsidiary").path("done").asLong())
                .isEqualTo(status().at("/person/keys").asLong())
                .isGreaterThan(1_000);
        assertThat(answers()).isEqualTo(before);
        assertThat(status().at("/root/id").asText()).isNotEqualTo(former);
        assertThat(files())
                .contains("root.p12")
                .doesNotContain("root.p12.next")
                .anyMatch(name -> name.endsWith(".former"));

        begin("subsidiary");
        server.kill();
        server.startAgain();

        await().atMost(60, TimeUnit.SECONDS)
                .until(() -> status().at("/rotation/state").asText().equals("done"));
        assertThat(answers()).isEqualTo(before);
        Outcome well = holdfast.run("doctor", "--json");
        assertThat(well.exitCode()).as(well.said()).isZero();
        theLogTellsOfIt();
    }

    @Test
    void aLevelThatCannotBeReplacedIsWrongUse() throws Exception {
        Outcome refused = holdfast.run("keys", "rotate", "person");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.complained()).contains("person");
    }

    private void theLogTellsOfIt() {
        assertThat(server.post("auditor", "/api/v1/audit/search", "{\"kind\":\"key\",\"limit\":50}")
                        .path("items")
                        .findValuesAsText("action"))
                .contains("key.rotated", "POST /keys/rotations");
    }

    private void begin(String level) {
        server.commandLine()
                .post("/api/v1/keys/rotations", JSON.createObjectNode().put("level", level));
    }

    private JsonNode rotated(String level) throws IOException, InterruptedException {
        Outcome done = holdfast.run("keys", "rotate", level, "--json");
        assertThat(done.exitCode()).as(done.complained()).isZero();
        return JSON.readTree(done.said());
    }

    private JsonNode status() throws IOException, InterruptedException {
        Outcome status = holdfast.run("keys", "status", "--json");
        assertThat(status.exitCode()).as(status.complained()).isZero();
        return JSON.readTree(status.said());
    }

    private List<String> answers() {
        String id = server.id("CASE-8.5");
        return Stream.of("employees?limit=200", "employees/" + id + "/profile", "employees/" + id + "/risk", "alerts")
                .map(path -> text(server.get("groupHr", "/api/v1/" + path)))
                .toList();
    }

    /** Without the cursor, which is another each time. */
    private static String text(JsonNode answer) {
        if (answer instanceof ObjectNode page) {
            page.remove("next");
        }
        return answer.toString();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(server.data().resolve("keys"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
