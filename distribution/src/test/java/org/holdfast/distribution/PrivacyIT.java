package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.holdfast.distribution.DemoServer.Call;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Real people are scored when the data-protection officer has signed for it and they have been told, and not before. */
@ExtendWith(SharedDemo.class)
class PrivacyIT {
    private static final String CODE = "REAL";
    private static final Duration SOON = Duration.ofMinutes(1);

    private final DemoServer server;
    private final Uploads uploads;

    PrivacyIT(DemoServer server) {
        this.server = server;
        this.uploads = new Uploads(server);
    }

    @Test
    @Tag("O5")
    @Tag("O23")
    @Tag("O27")
    @Tag("O30")
    void fromTheFirstFileToTheStopButton() {
        String subsidiary = imported();
        assertThat(refusal(subsidiary)).isEqualTo("not-assessed");

        JsonNode draft = server.post("dpo", "/api/v1/privacy/assessments/" + subsidiary, "");
        String address = "/api/v1/privacy/assessments/" + subsidiary + "/"
                + draft.path("id").asText();
        assertThat(draft.path("categories"))
                .extracting(JsonNode::asText)
                .isNotEmpty()
                .doesNotContain("jobSite");
        assertThat(problem(server.send(server.caller("dpo"), Call.post(address + "/signature", ""))))
                .isEqualTo("assessment-incomplete");
        answer(draft, address, "hrRules");
        assertThat(problem(server.send(server.caller("dpo"), Call.post(address + "/signature", ""))))
                .as("the record of the procedure with the staff is on file nowhere")
                .isEqualTo("assessment-incomplete");
        answer(draft, address, "");
        assertThat(server.send(server.caller("auditor"), Call.post(address + "/signature", ""))
                        .statusCode())
                .isEqualTo(403);
        JsonNode signed = server.post("dpo", address + "/signature", "");
        assertThat(signed.path("state").asText()).isEqualTo("signed");
        assertThat(problem(
                        server.send(server.caller("dpo"), put(address, "{\"categories\":[\"pay\"],\"answers\":{}}"))))
                .isEqualTo("assessment-signed");

        // Signed, but nobody has been told: nobody is scored.
        run(subsidiary);
        assertThat(risk("REAL-1")).isEqualTo(404);
        tell(subsidiary, "REAL-1");
        run(subsidiary);
        assertThat(risk("REAL-1")).isEqualTo(200);
        assertThat(risk("REAL-2")).as("has not been told").isEqualTo(404);

        stop(subsidiary, true);
        assertThat(risk("REAL-1")).as("stopped").isEqualTo(404);
        assertThat(refusal(subsidiary)).isEqualTo("scoring-stopped");
        stop(subsidiary, false);
        await().atMost(SOON).until(() -> risk("REAL-1") == 200);
    }

    /** What the officer shows an authority is what is installed and on file at this moment, kept by nobody. */
    @Test
    @Tag("O24")
    void theRecordOfProcessingFollowsWhatIsOnFile() {
        String subsidiary = imported();

        JsonNode record = record(subsidiary);
        assertThat(record.path("controller").asText()).isEqualTo("Real people");
        assertThat(record.path("jurisdiction").asText()).isEqualTo("pipl");
        assertThat(record.path("dataSubjects").asInt()).isEqualTo(2);
        assertThat(record.path("models")).isNotEmpty();
        assertThat(record.path("retention")).isNotEmpty();
        assertThat(activity(record, "attendance").path("basis").asText()).isEqualTo("hrRules");
        assertThat(activity(record, "attendance").path("accepted").asBoolean()).isTrue();
        assertThat(activity(record, "attendance").path("signals")).isNotEmpty();

        HttpResponse<String> withdrawn =
                server.send(server.caller("dpo"), put("/api/v1/privacy/bases/" + subsidiary, "{\"items\":[]}"));
        assertThat(withdrawn.statusCode()).as(withdrawn.body()).isEqualTo(200);
        assertThat(activity(record(subsidiary), "attendance").path("basis").isNull())
                .as("what no basis is on file for any more")
                .isTrue();
        fileBases(subsidiary);
    }

    private JsonNode record(String subsidiary) {
        return server.get("dpo", "/api/v1/privacy/processing-record/" + subsidiary);
    }

    private static JsonNode activity(JsonNode record, String category) {
        for (JsonNode activity : record.path("activities")) {
            if (activity.path("category").asText().equals(category)
                    && activity.path("purpose").asText().equals("retention")) {
                return activity;
            }
        }
        throw new AssertionError("The record says nothing of " + category);
    }

    private String imported() {
        imported(
                "subsidiaries.csv",
                "code,name,country,industry,timezone,language,sandbox\n" + CODE
                        + ",Real people,CN,manufacturing,Asia/Shanghai,zh,0\n");
        imported(
                "departments.csv",
                "code,name,parent_code,subsidiary,level,region\nREAL-D,Works,," + CODE + ",division,\n");
        imported(
                "employees.csv",
                "employee_no,name,subsidiary,department,position,position_family,hire_date,status\n"
                        + "REAL-1,Hu Shan," + CODE + ",REAL-D,Fitter,production,2021-03-01,active\n"
                        + "REAL-2,Hu Hai," + CODE + ",REAL-D,Fitter,production,2021-03-01,active\n");
        for (JsonNode found :
                server.get("dpo", "/api/v1/subsidiaries?limit=200").path("items")) {
            if (found.path("code").asText().equals(CODE)) {
                fileBases(found.path("id").asText());
                return found.path("id").asText();
            }
        }
        throw new AssertionError("The subsidiary was not imported");
    }

    private void imported(String name, String content) {
        assertThat(uploads.imported(name, content.getBytes(StandardCharsets.UTF_8))
                        .path("state")
                        .asText())
                .isEqualTo("done");
    }

    private void fileBases(String subsidiary) {
        HttpResponse<String> filed = server.send(
                server.caller("dpo"),
                put(
                        "/api/v1/privacy/bases/" + subsidiary,
                        RetailFiles.bases("2020-01-01").toString()));
        assertThat(filed.statusCode()).as(filed.body()).isEqualTo(200);
        HttpResponse<String> refused = server.send(
                server.caller("dpo"),
                put(
                        "/api/v1/privacy/bases/" + subsidiary,
                        "{\"items\":[{\"category\":\"jobSite\",\"purpose\":\"retention\",\"kind\":\"hrRules\","
                                + "\"from\":\"2020-01-01\",\"to\":null}]}"));
        assertThat(refused.statusCode()).isEqualTo(400);
    }

    /** Answers every question but one. */
    private void answer(JsonNode draft, String address, String open) {
        ObjectNode body = new ObjectMapper().createObjectNode();
        body.set("categories", draft.path("categories"));
        ObjectNode answers = body.putObject("answers");
        for (JsonNode question : draft.path("questions")) {
            boolean confirmation = question.path("kind").asText().equals("confirmation");
            answers.put(question.path("code").asText(), confirmation ? "yes" : "See the file of the works council.");
        }
        answers.remove(open);
        HttpResponse<String> kept = server.send(server.caller("dpo"), put(address, body.toString()));
        assertThat(kept.statusCode()).as(kept.body()).isEqualTo(200);
    }

    private void tell(String subsidiary, String employeeNo) {
        HttpResponse<String> named = server.send(
                server.caller("dpo"),
                put(
                        "/api/v1/privacy/contacts/" + subsidiary,
                        "{\"name\":\"Data-protection officer\",\"email\":\"dpo@example.com\",\"address\":\"Road 1\"}"));
        assertThat(named.statusCode()).as(named.body()).isEqualTo(200);
        JsonNode notice = server.post(
                "dpo",
                "/api/v1/privacy/notices/" + subsidiary,
                "{\"title\":\"Notice\",\"document\":\"Intranet\",\"categories\":[\"attendance\",\"employment\"]}");
        JsonNode told = server.post(
                "dpo",
                "/api/v1/privacy/notices/" + subsidiary + "/"
                        + notice.path("id").asText() + "/receipts",
                "{\"employeeIds\":[\"" + server.id(employeeNo) + "\"]}");
        assertThat(told.path("told").asInt()).isEqualTo(1);
    }

    private void stop(String subsidiary, boolean stopped) {
        HttpResponse<String> set = server.send(
                server.caller("dpo"), put("/api/v1/privacy/scoring/" + subsidiary, "{\"stopped\":" + stopped + "}"));
        assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
    }

    private int risk(String employeeNo) {
        return server.status("groupHr", "/api/v1/employees/" + server.id(employeeNo) + "/risk");
    }

    private void run(String subsidiary) {
        JsonNode started = server.post("modelOperator", "/api/v1/risk/runs", wanted(subsidiary));
        await().atMost(SOON)
                .until(() -> server.get(
                                "modelOperator",
                                "/api/v1/jobs/" + started.path("id").asText())
                        .path("state")
                        .asText()
                        .equals("done"));
    }

    private String refusal(String subsidiary) {
        return problem(server.send(server.caller("modelOperator"), Call.post("/api/v1/risk/runs", wanted(subsidiary))));
    }

    private static String wanted(String subsidiary) {
        return "{\"subsidiaryId\":\"" + subsidiary + "\",\"kind\":\"score\"}";
    }

    private static Call put(String path, String body) {
        return new Call("PUT", path, "application/json", body);
    }

    private static String problem(HttpResponse<String> answer) {
        String type = DemoServer.read(answer).path("type").asText();
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
