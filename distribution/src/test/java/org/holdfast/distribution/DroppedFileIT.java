package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A file dropped into the inbox counts at once. Comes late, because it changes somebody's score for good. */
@ExtendWith(SharedDemo.class)
@Order(Integer.MAX_VALUE - 2)
class DroppedFileIT {
    /** As of which the demo's own people were scored; those whom other tests brought in are scored as of today. */
    private static final String DEMO_DAY = "2026-10-31";

    private final DemoServer server;

    DroppedFileIT(DemoServer server) {
        this.server = server;
    }

    @Test
    void aDroppedFileGivesANewScoreAndAnAlertWithinSecondsAndTheSameFileAgainChangesNothing() throws IOException {
        JsonNode person = somebodyCalm();
        String id = person.path("id").asText();
        String risk = "/api/v1/employees/" + id + "/risk";
        double before = server.get("groupHr", risk).path("score").asDouble();
        String file = resignation(person.path("employeeNo").asText());
        // Whoever agreed in another test that answers to surveys count was scored as of today, too.
        int already = scoredToday(person);

        drop(person, file);

        await().atMost(20, TimeUnit.SECONDS)
                .until(() -> server.get("groupHr", risk).path("score").asDouble() > before + 1);
        await().atMost(10, TimeUnit.SECONDS)
                .until(() -> server.get("groupHr", "/api/v1/alerts?state=open&limit=200")
                        .toString()
                        .contains(id));
        JsonNode after = server.get("groupHr", risk);
        String taken = latestEndedImport();
        int others = scoredToday(person);
        drop(person, file);
        await().atMost(20, TimeUnit.SECONDS).until(() -> !latestEndedImport().equals(taken));

        assertThat(server.get("groupHr", risk).path("score").asDouble())
                .isEqualTo(after.path("score").asDouble());
        assertThat(scoredToday(person)).as("only the person was scored again").isEqualTo(others);
        assertThat(others).isEqualTo(already + 1);
    }

    /** Somebody of a small subsidiary, which runs on a scorecard, who is in no danger so far. */
    private JsonNode somebodyCalm() {
        for (JsonNode subsidiary :
                server.get("groupHr", "/api/v1/subsidiaries?limit=200").path("items")) {
            if (subsidiary.path("model").path("kind").asText().equals("scorecard")) {
                String query = "{\"subsidiaryIds\":[\"" + subsidiary.path("id").asText()
                        + "\"],\"bands\":[\"low\",\"medium\"],\"sort\":\"score\",\"direction\":\"desc\",\"limit\":5}";
                for (JsonNode row : server.post("groupHr", "/api/v1/risk/scores/search", query)
                        .path("items")) {
                    JsonNode employee = row.has("employee") ? row.path("employee") : row;
                    if (row.path("alertId").isNull()
                            && row.path("asOf").asText().equals(DEMO_DAY)
                            && !employee.path("employeeNo").asText().startsWith("CASE")) {
                        return employee;
                    }
                }
            }
        }
        throw new IllegalStateException("Everybody has an alert");
    }

    private static String resignation(String employeeNo) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        StringBuilder rows = new StringBuilder("employee_no,event,date,value,detail\n");
        for (int daysAgo : new int[] {1, 8, 15}) {
            rows.append(employeeNo)
                    .append(",resignation_raised,")
                    .append(today.minusDays(daysAgo))
                    .append(",1,\n");
        }
        return rows.toString();
    }

    private void drop(JsonNode person, String content) throws IOException {
        Path box = Files.createDirectories(server.data()
                .resolve("inbox")
                .resolve(person.path("subsidiaryCode").asText()));
        Path part = Files.writeString(box.resolve("events.csv.part"), content);
        Files.move(part, box.resolve("events.csv"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Imports are done one after the other: when another is the latest to have ended, ours has. */
    private String latestEndedImport() {
        for (JsonNode one : server.get("groupHr", "/api/v1/imports?limit=200").path("items")) {
            if (!one.path("endedAt").isNull()) {
                return one.path("id").asText();
            }
        }
        return "";
    }

    private int scoredToday(JsonNode person) {
        String query = "{\"subsidiaryIds\":[\"" + person.path("subsidiaryId").asText() + "\"],\"limit\":200}";
        int today = 0;
        for (JsonNode row :
                server.post("groupHr", "/api/v1/risk/scores/search", query).path("items")) {
            today += row.path("asOf").asText().equals(DEMO_DAY) ? 0 : 1;
        }
        return today;
    }
}
