package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.holdfast.distribution.DemoServer.Call;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The data-protection officer erases somebody who has left, and no file and no backup brings that person back. */
@ExtendWith(SharedDemo.class)
class ErasureIT {
    private static final String CODE = "GONE";
    private static final String EMPLOYEES = "employee_no,name,subsidiary,hire_date,status,leave_date,leave_type\n"
            + "GONE-1,Qin Wangque," + CODE + ",2019-03-01,left,2026-03-31,voluntary\n"
            + "GONE-2,Qin Zaizhi," + CODE + ",2019-03-01,active,,\n";

    @TempDir
    Path folder;

    private final DemoServer server;
    private final Uploads uploads;

    ErasureIT(DemoServer server) {
        this.server = server;
        this.uploads = new Uploads(server);
    }

    @Test
    @Tag("O14")
    void whoIsErasedIsGoneAndStaysGoneWhenAnOlderBackupIsPutBack() throws Exception {
        String subsidiary = imported();
        String person = server.id("GONE-1");
        JsonNode before = backup("before");
        JsonNode figures = attrition(subsidiary);

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
        fileDoesNotBringThePersonBack(subsidiary);
        olderBackupDoesNotEither(before, backup("after"));
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

    /** The data of before with the keys of after, as after the loss of a machine: another directory that knows nothing. */
    private void olderBackupDoesNotEither(JsonNode before, JsonNode after) throws IOException, InterruptedException {
        Path second = folder.resolve("second");
        CommandLine elsewhere = new CommandLine(second, DemoServer.freePort());
        CommandLine.Outcome restored = elsewhere.run(
                "restore",
                before.path("data").asText(),
                "--keys",
                after.path("keys").asText());
        assertThat(restored.exitCode()).as(restored.complained()).isZero();
        for (String secret : List.of("root.p12", "passphrase")) {
            Files.copy(
                    server.data().resolve("keys").resolve(secret),
                    second.resolve("keys").resolve(secret));
        }
        Files.copy(server.data().resolve("demo.json"), second.resolve("demo.json"));
        try (DemoServer back = DemoServer.start(second)) {
            assertThat(search(back, "Qin Wangque")).isZero();
            assertThat(search(back, "Qin Zaizhi")).isEqualTo(1);
        }
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

    private JsonNode backup(String name) throws IOException, InterruptedException {
        Path target = Files.createDirectory(folder.resolve(name));
        CommandLine.Outcome made =
                new CommandLine(server.data(), server.port()).run("backup", target.toString(), "--json");
        assertThat(made.exitCode()).as(made.complained()).isZero();
        return new ObjectMapper().readTree(made.said());
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

    private static int search(DemoServer at, String name) {
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
