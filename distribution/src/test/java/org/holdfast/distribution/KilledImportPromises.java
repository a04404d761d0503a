package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A server killed in the middle of an import finishes it after its next start, with nothing lost and nothing doubled. */
abstract class KilledImportPromises {
    private static final String PEOPLE = "/api/v1/employees";

    private final DemoServer server;

    KilledImportPromises(DemoServer server) {
        this.server = server;
    }

    @Test
    void aKillInTheMiddleOfSignalsLosesNothingAndDoublesNothing() throws IOException, InterruptedException {
        LargeFiles files = new LargeFiles(2_000, 100_000);
        for (String code : List.of("SIG-WHOLE", "SIG-KILLED")) {
            prepare(files, code);
            taken("employees.csv", files.employees(code), files.people());
        }
        taken("signals.csv", files.signals("SIG-WHOLE"), files.signals());

        byte[] file = files.signals("SIG-KILLED");
        JsonNode ended = killedInTheMiddleOf("signals.csv", file);

        assertThat(ended.path("accepted").asInt()).isEqualTo(files.signals());
        assertSame(files, "SIG-WHOLE", "SIG-KILLED");
        assertUnchangedByTheSameAgain("signals.csv", file, files.signals());
    }

    final void prepare(LargeFiles files, String code) {
        taken("subsidiaries.csv", files.subsidiaries(code), 1);
        taken("departments.csv", files.departments(code), 1);
    }

    final void taken(String name, byte[] file, int rows) {
        JsonNode ended = new Uploads(server).imported(name, file);
        assertThat(ended.path("state").asText()).isEqualTo("done");
        assertThat(ended.path("accepted").asInt()).isEqualTo(rows);
    }

    /** Kills the server when two checkpoints of the import are behind it, starts it again, and waits. */
    final JsonNode killedInTheMiddleOf(String name, byte[] file) throws IOException, InterruptedException {
        Uploads uploads = new Uploads(server);
        String id = uploads.begin(name, file);
        JsonNode before = await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(10))
                .until(() -> uploads.status(id), state -> state.path("rows").asInt() >= 4_000);
        server.kill();
        assertThat(before.path("state").asText()).as("killed in its middle").isEqualTo("running");

        server.startAgain();
        JsonNode after = new Uploads(server).ended(id);
        assertThat(after.path("state").asText()).isEqualTo("done");
        assertThat(after.path("rejected").asInt()).isZero();
        return after;
    }

    /** Compares what two subsidiaries hold: totals, freshness with its row counts, and some people's whole profiles. */
    final void assertSame(LargeFiles files, String whole, String killed) {
        assertThat(headcount(killed)).isEqualTo(files.people()).isEqualTo(headcount(whole));
        assertThat(freshness(killed)).isNotEmpty().isEqualTo(freshness(whole));
        for (int person = 0; person < files.people(); person += files.people() / 40 - 1) {
            String number = LargeFiles.number(person);
            assertThat(profile(killed, number)).isEqualTo(profile(whole, number));
        }
    }

    final void assertUnchangedByTheSameAgain(String name, byte[] file, int rows) {
        JsonNode again = new Uploads(server).imported(name, file);
        assertThat(again.path("accepted").asInt()).isZero();
        assertThat(again.path("unchanged").asInt()).isEqualTo(rows);
    }

    private int headcount(String code) {
        return subsidiary(code).path("headcount").asInt();
    }

    private JsonNode subsidiary(String code) {
        for (JsonNode subsidiary :
                server.get("groupHr", "/api/v1/subsidiaries?limit=200").path("items")) {
            if (subsidiary.path("code").asText().equals(code)) {
                return subsidiary;
            }
        }
        throw new AssertionError("There is no subsidiary " + code);
    }

    private List<String> freshness(String code) {
        String path = "/api/v1/signals/freshness?subsidiaryId="
                + subsidiary(code).path("id").asText();
        List<String> all = new ArrayList<>();
        for (JsonNode item : server.get("groupHr", path).path("items")) {
            ((ObjectNode) item).remove("subsidiaryId");
            all.add(item.toString());
        }
        return all;
    }

    /** Returns a profile without what differs between two subsidiaries: their names and all random ids. */
    private String profile(String code, String number) {
        for (JsonNode person :
                server.get("groupHr", PEOPLE + "?employeeNo=" + number).path("items")) {
            if (person.path("subsidiaryCode").asText().equals(code)) {
                return server.get("groupHr", PEOPLE + "/" + person.path("id").asText() + "/profile")
                        .toString()
                        .replace(code, "")
                        .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "");
            }
        }
        throw new AssertionError("There is no " + number + " in " + code);
    }
}
