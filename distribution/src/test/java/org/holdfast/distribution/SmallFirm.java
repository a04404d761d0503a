package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import org.holdfast.distribution.DemoServer.Call;

/** A sandbox of thirty generated people about whom enough is known for scores; the same in each, but for what a test says. */
final class SmallFirm {
    static final int PEOPLE = 30;
    private static final Duration SOON = Duration.ofMinutes(1);

    private final DemoServer server;
    private final Uploads uploads;
    private final String code;
    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    SmallFirm(DemoServer server, String code) {
        this.server = server;
        this.uploads = new Uploads(server);
        this.code = code;
    }

    String number(int person) {
        return code + "-" + person;
    }

    /** Imports firm, people and signals, puts the lawful bases on file and scores everybody. */
    SmallFirm scored(String birthMonth, String gender) {
        imported(
                "subsidiaries.csv",
                "code,name,country,industry,timezone,language,sandbox\n" + code + "," + code
                        + ",CN,manufacturing,Asia/Shanghai,zh,1\n");
        imported("departments.csv", "code,name,parent_code,subsidiary,level,region\nD,Works,," + code + ",division,\n");
        imported("employees.csv", people(birthMonth, gender));
        imported("signals.csv", signals());
        String subsidiary = subsidiary();
        fileBases(subsidiary);
        run(subsidiary);
        return this;
    }

    private String people(String birth, String gender) {
        StringBuilder people = new StringBuilder("employee_no,name,subsidiary,department,position,position_family,"
                + "hire_date,birth_date,gender,status\n");
        Random dice = new Random(9);
        for (int i = 1; i <= PEOPLE; i++) {
            people.append("%s,Hu %d,%s,D,Fitter,production,%d-03-01,%s,%s,active%n"
                    .formatted(number(i), i, code, 2014 + dice.nextInt(10), birth.formatted(1 + i % 12), gender));
        }
        return people.toString();
    }

    private String signals() {
        StringBuilder signals = new StringBuilder("subsidiary,employee_no,signal,date,value,source\n");
        Random dice = new Random(10);
        for (int i = 1; i <= PEOPLE; i++) {
            for (int quarter = 0; quarter < 3; quarter++) {
                signals.append(row(number(i), "performance.rating", ago(40 + 90 * quarter), 60 + dice.nextInt(40)));
            }
            for (int month = 0; month < 10; month++) {
                signals.append(row(number(i), "attendance.leave_days", ago(6 + 30 * month), dice.nextInt(4)));
                signals.append(row(number(i), "attendance.late", ago(3 + 30 * month), 5 + dice.nextInt(30)));
            }
        }
        return signals.toString();
    }

    /** Imports one signal of a person, which replaces what the same source said about the same day. */
    void signal(int person, String signal, int daysAgo, int value) {
        imported(
                "signals.csv",
                "subsidiary,employee_no,signal,date,value,source\n" + row(number(person), signal, ago(daysAgo), value));
    }

    private String ago(int days) {
        return today.minusDays(days).toString();
    }

    private String row(String number, String signal, String day, int value) {
        return "%s,%s,%s,%s,%d,test%n".formatted(code, number, signal, day, value);
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

    private String subsidiary() {
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
                "modelOperator", "/api/v1/risk/runs", "{\"subsidiaryId\":\"" + subsidiary + "\",\"kind\":\"score\"}");
        await().atMost(SOON)
                .until(() -> server.get(
                                "modelOperator",
                                "/api/v1/jobs/" + started.path("id").asText())
                        .path("state")
                        .asText()
                        .equals("done"));
    }
}
