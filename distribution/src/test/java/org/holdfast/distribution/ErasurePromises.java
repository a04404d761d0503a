package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.holdfast.distribution.DemoServer.Call;

/** The data-protection officer erases somebody who has left, and no file brings that person back. */
abstract class ErasurePromises {
    private static final String CODE = "GONE";
    private static final String EMPLOYEES = "employee_no,name,subsidiary,hire_date,status,leave_date,leave_type\n"
            + "GONE-1,Qin Wangque," + CODE + ",2019-03-01,left,2026-03-31,voluntary\n"
            + "GONE-2,Qin Zaizhi," + CODE + ",2019-03-01,active,,\n";

    final DemoServer server;
    private final Uploads uploads;

    ErasurePromises(DemoServer server) {
        this.server = server;
        this.uploads = new Uploads(server);
    }

    /** What a promise of one database does between import and erasure, and after it. */
    interface Around {
        void before() throws Exception;

        void after() throws Exception;
    }

    void whoIsErasedIsGone(Around around) throws Exception {
        String subsidiary = imported();
        String person = server.id("GONE-1");
        around.before();
        JsonNode figures = attrition(subsidiary);

        answeredLetter(person);
        refusals(person);
        HttpResponse<String> erased =
                dpo(Call.post("/api/v1/privacy/people/" + person + "/erasure", order("request", "GONE-1")));
        assertThat(erased.statusCode()).as(erased.body()).isEqualTo(200);

        assertThat(server.status("dpo", "/api/v1/employees/" + person + "/profile"))
                .isEqualTo(404);
        assertThat(problem(dpo(Call.post("/api/v1/privacy/people/" + person + "/erasure", order("request", "GONE-1")))))
                .isEqualTo("not-found");
        assertThat(search("Qin Wangque")).isZero();
        assertThat(search("Qin Zaizhi")).isEqualTo(1);
        assertThat(attrition(subsidiary)).as("the group's figures stay").isEqualTo(figures);
        assertThat(list(subsidiary)).containsExactly(person);
        JsonNode kept = kept(subsidiary, "GONE-1").path(0);
        assertThat(kept.path("law").asText()).as("kept by law").startsWith("PIPL");
        assertThat(kept.at("/entries/0/answer").asText()).isEqualTo("handed out");
        assertThat(kept(subsidiary, "GONE-2")).as("nobody else is told of").isEmpty();
        fileDoesNotBringThePersonBack(subsidiary);
        around.after();
    }

    private void answeredLetter(String person) {
        HttpResponse<String> letter = dpo(Call.post(
                "/api/v1/privacy/requests",
                "{\"employeeId\":\"" + person + "\",\"kind\":\"access\",\"text\":\"everything\"}"));
        assertThat(letter.statusCode()).as(letter.body()).isBetween(200, 201);
        String id = DemoServer.read(letter).path("id").asText();
        HttpResponse<String> answered = dpo(Call.post(
                "/api/v1/privacy/requests/" + id + "/decision",
                "{\"outcome\":\"fulfilled\",\"answer\":\"handed out\"}"));
        assertThat(answered.statusCode()).as(answered.body()).isEqualTo(200);
    }

    private JsonNode kept(String subsidiary, String number) {
        return server.post(
                        "dpo",
                        "/api/v1/privacy/statutory-records/search",
                        "{\"subsidiaryId\":\"" + subsidiary + "\",\"employeeNo\":\"" + number
                                + "\",\"reason\":\"audit\"}")
                .path("items");
    }

    private void refusals(String person) {
        String erasure = "/api/v1/privacy/people/" + person + "/erasure";
        JsonNode held = server.get("dpo", erasure).path("held");
        assertThat(held.path("profile").asInt()).isEqualTo(1);
        assertThat(held.path("signals").asInt()).isPositive();
        assertThat(server.status("groupHr", erasure)).isEqualTo(403);
        assertThat(dpo(Call.post(erasure, order("request", "GONE-2"))).statusCode())
                .as("another number")
                .isEqualTo(400);
        assertThat(dpo(Call.post(erasure, order("retention", "GONE-1"))).statusCode())
                .as("a ground of the server's own")
                .isEqualTo(400);
        String hold = "/api/v1/privacy/people/" + person + "/hold";
        HttpResponse<String> placed = dpo(
                new Call("PUT", hold, "application/json", "{\"until\":\"2099-12-31\",\"reason\":\"an open claim\"}"));
        assertThat(placed.statusCode()).as(placed.body()).isEqualTo(200);
        assertThat(problem(dpo(Call.post(erasure, order("request", "GONE-1"))))).isEqualTo("on-hold");
        assertThat(dpo(new Call("DELETE", hold, "application/json", "")).statusCode())
                .isEqualTo(204);
        assertThat(problem(dpo(Call.post(
                        "/api/v1/privacy/people/" + server.id("GONE-2") + "/erasure", order("request", "GONE-2")))))
                .isEqualTo("still-employed");
    }

    private void fileDoesNotBringThePersonBack(String subsidiary) {
        JsonNode again = uploads.imported("employees.csv", EMPLOYEES.getBytes(StandardCharsets.UTF_8));
        assertThat(again.path("rejected").asInt()).as(again.toString()).isEqualTo(1);
        assertThat(search("Qin Wangque")).isZero();
        String readmissions = "/api/v1/privacy/erasures/" + subsidiary + "/readmissions";
        assertThat(dpo(Call.post(readmissions, "{\"employeeNo\":\"GONE-1\"}")).statusCode())
                .isEqualTo(204);
        uploads.imported("employees.csv", EMPLOYEES.getBytes(StandardCharsets.UTF_8));
        assertThat(search("Qin Wangque")).as("hired again").isEqualTo(1);
    }

    private String imported() {
        uploads.imported(
                "subsidiaries.csv",
                ("code,name,country,industry,timezone,language,sandbox\n" + CODE
                                + ",Where people leave,CN,manufacturing,Asia/Shanghai,zh,0\n")
                        .getBytes(StandardCharsets.UTF_8));
        uploads.imported("employees.csv", EMPLOYEES.getBytes(StandardCharsets.UTF_8));
        for (JsonNode found :
                server.get("dpo", "/api/v1/subsidiaries?limit=200").path("items")) {
            if (found.path("code").asText().equals(CODE)) {
                return found.path("id").asText();
            }
        }
        throw new AssertionError("The subsidiary was not imported");
    }

    private JsonNode attrition(String subsidiary) {
        return server.get("groupHr", "/api/v1/insight/attrition?months=24&subsidiaryId=" + subsidiary);
    }

    private List<String> list(String subsidiary) {
        return StreamSupport.stream(
                        server.get("auditor", "/api/v1/privacy/erasures/" + subsidiary)
                                .path("items")
                                .spliterator(),
                        false)
                .map(erasure -> erasure.path("employeeId").asText())
                .toList();
    }

    private int search(String name) {
        return search(server, name);
    }

    static int search(DemoServer at, String name) {
        return at.post("dpo", "/api/v1/employees/search", "{\"text\":\"" + name + "\"}")
                .path("total")
                .asInt();
    }

    private HttpResponse<String> dpo(Call call) {
        return server.send(server.caller("dpo"), call);
    }

    private static String order(String ground, String employeeNo) {
        return "{\"ground\":\"" + ground + "\",\"employeeNo\":\"" + employeeNo + "\"}";
    }

    private static String problem(HttpResponse<String> answer) {
        String type = DemoServer.read(answer).path("type").asText();
        return type.substring(type.lastIndexOf('/') + 1);
    }
}
