package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.holdfast.distribution.DemoServer.Call;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sex and age are held for an audit of fairness alone: they move no score, and nobody who looks at a person is shown them. */
@ExtendWith(SharedDemo.class)
@Tag("O9")
class ProtectedAttributesIT {
    private static final int PEOPLE = 30;
    private static final Duration SOON = Duration.ofMinutes(1);

    private final DemoServer server;
    private final Uploads uploads;

    ProtectedAttributesIT(DemoServer server) {
        this.server = server;
        this.uploads = new Uploads(server);
    }

    @Test
    void firmsThatDifferInSexAndAgeAloneHaveTheSameScoresAndReasons() {
        List<JsonNode> young = scored("YOUNG", "1999-%02d-11", "female");
        List<JsonNode> old = scored("OLD", "1968-%02d-03", "male");

        assertThat(young).hasSize(PEOPLE).isEqualTo(old);
        assertThat(young)
                .extracting(risk -> risk.path("probability").asDouble())
                .as("there is something to compare")
                .doesNotContain(0.0)
                .hasSizeGreaterThan(1);
        String profile = server.get("groupHr", "/api/v1/employees/" + server.id("YOUNG-3") + "/profile")
                + server.get("groupHr", "/api/v1/employees/" + server.id("YOUNG-3") + "/timeline")
                        .toString();
        assertThat(profile).contains("YOUNG-3").doesNotContain("1999-", "female");
    }

    /** A firm whose people have the same data as those of any other firm made here, but for sex and day of birth. */
    private List<JsonNode> scored(String code, String birth, String gender) {
        imported(
                "subsidiaries.csv",
                "code,name,country,industry,timezone,language,sandbox\n" + code + "," + code
                        + ",CN,manufacturing,Asia/Shanghai,zh,1\n");
        imported("departments.csv", "code,name,parent_code,subsidiary,level,region\nD,Works,," + code + ",division,\n");
        StringBuilder people = new StringBuilder("employee_no,name,subsidiary,department,position,position_family,"
                + "hire_date,birth_date,gender,status\n");
        StringBuilder signals = new StringBuilder("subsidiary,employee_no,signal,date,value,source\n");
        Random dice = new Random(9);
        for (int i = 1; i <= PEOPLE; i++) {
            String number = code + "-" + i;
            people.append("%s,Hu %d,%s,D,Fitter,production,%d-03-01,%s,%s,active%n"
                    .formatted(number, i, code, 2014 + dice.nextInt(10), birth.formatted(1 + i % 12), gender));
            for (String day : List.of("2026-03-31", "2026-06-30", "2026-09-30")) {
                signals.append("%s,%s,performance.rating,%s,%d,hr%n".formatted(code, number, day, 60 + dice.nextInt(40)));
            }
            for (int month = 1; month <= 10; month++) {
                signals.append("%s,%s,attendance.leave_days,2026-%02d-10,%d,punch%n"
                        .formatted(code, number, month, dice.nextInt(4)));
                signals.append("%s,%s,attendance.late,2026-%02d-15,%d,punch%n"
                        .formatted(code, number, month, 5 + dice.nextInt(30)));
            }
        }
        imported("employees.csv", people.toString());
        imported("signals.csv", signals.toString());
        String subsidiary = subsidiary(code);
        fileBases(subsidiary);
        run(subsidiary);
        List<JsonNode> scores = new ArrayList<>();
        for (int i = 1; i <= PEOPLE; i++) {
            scores.add(withoutIdentity(server.risk(code + "-" + i)));
        }
        return scores;
    }

    private static JsonNode withoutIdentity(JsonNode risk) {
        ObjectNode kept = ((ObjectNode) risk).retain("score", "probability", "band", "baseline", "margin", "reasons");
        for (JsonNode reason : (ArrayNode) kept.withArray("reasons")) {
            assertThat(reason.path("signal").asText()).doesNotContain("gender", "birth", "age");
        }
        return kept;
    }

    private void imported(String name, String content) {
        JsonNode ended = uploads.imported(name, content.getBytes(StandardCharsets.UTF_8));
        assertThat(ended.path("state").asText()).isEqualTo("done");
        assertThat(ended.path("rejected").asInt()).isZero();
    }

    private void fileBases(String subsidiary) {
        HttpResponse<String> filed = server.send(
                server.caller("dpo"),
                new Call(
                        "PUT",
                        "/api/v1/privacy/bases/" + subsidiary,
                        "application/json",
                        RetailFiles.bases("2020-01-01").toString()));
        assertThat(filed.statusCode()).as(filed.body()).isEqualTo(200);
    }

    private String subsidiary(String code) {
        for (JsonNode found :
                server.get("dpo", "/api/v1/subsidiaries?limit=200").path("items")) {
            if (found.path("code").asText().equals(code)) {
                return found.path("id").asText();
            }
        }
        throw new AssertionError("The subsidiary was not imported");
    }

    private void run(String subsidiary) {
        JsonNode started = server.post(
                "modelOperator",
                "/api/v1/risk/runs",
                "{\"subsidiaryId\":\"" + subsidiary + "\",\"kind\":\"score\",\"asOf\":\"2026-10-31\"}");
        await().atMost(SOON)
                .until(() -> server.get(
                                "modelOperator",
                                "/api/v1/jobs/" + started.path("id").asText())
                        .path("state")
                        .asText()
                        .equals("done"));
    }
}
