package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.networknt.schema.InputFormat;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.holdfast.distribution.ApiDescription.Operation;
import org.holdfast.distribution.DemoServer.Call;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the running server answers is what its OpenAPI document says, field by field. */
@ExtendWith(SharedDemo.class)
class DescribedAnswersIT {
    private final DemoServer server;
    private final ApiDescription api;
    private final EndpointTable table = EndpointTable.read();

    DescribedAnswersIT(DemoServer server) {
        this.server = server;
        this.api = ApiDescription.of(server);
    }

    @TestFactory
    Stream<DynamicTest> everyReadingIsAnsweredAsDescribed() {
        String subsidiary = first("groupHr", "/api/v1/subsidiaries");
        Map<String, String> ids = ids(subsidiary);
        return api.operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .map(operation -> DynamicTest.dynamicTest(operation.key(), () -> {
                    assumeThat(ids.getOrDefault(operation.key(), subsidiary)).isNotEmpty();
                    isAnsweredAsDescribed(
                            operation,
                            operation.on(ids.getOrDefault(operation.key(), "")) + "?subsidiaryId=" + subsidiary);
                }));
    }

    /** The bell of the console: what was seen is not told again, a session has a few, and they end when it does. */
    @Test
    @Timeout(60)
    void aBellIsToldLiveUntilItsSessionEnds() throws IOException, InterruptedException {
        String path = "/api/v1/notifications/stream";
        DemoServer.Caller officer = server.signIn("dpo");
        List<EventStream> streams = new ArrayList<>();

        EventStream first = server.stream(officer, path, "");
        streams.add(first);
        assertThat(first.next("event:")).isEqualTo("bell");
        String seen = first.next("id:");
        assertThat(first.next("data:")).matches("\\{\"unread\":\\d+,\"standing\":\\d+}");

        EventStream back = server.stream(officer, path, seen);
        streams.add(back);
        assertThat(back.next(":")).as("nothing is new").isEqualTo("beat");
        streams.add(server.stream(officer, path, ""));
        streams.add(server.stream(officer, path, ""));
        streams.add(server.stream(officer, path, ""));
        first.awaitEnd();

        server.send(officer, new Call("DELETE", "/api/v1/session", "application/json", ""));
        for (EventStream stream : streams) {
            stream.awaitEnd();
            stream.close();
        }
        try (EventStream late = server.stream(officer, path, seen)) {
            assertThat(late.status()).isEqualTo(401);
        }
    }

    private void isAnsweredAsDescribed(Operation operation, String path) {
        HttpResponse<String> answer = server.send(server.caller(reader(operation)), Call.get(path));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        assertThat(api.answer(operation).has(type))
                .as("the document names %s", type)
                .isTrue();
        api.schema(operation)
                .ifPresent(schema -> assertThat(schema.validate(answer.body(), InputFormat.JSON))
                        .isEmpty());
    }

    /** Somebody who may read it: HR of the group where the table allows, so that most is seen; an employee the own data. */
    private String reader(Operation operation) {
        if (operation.key().contains("/own/")) {
            return "employee";
        }
        return Stream.of("groupHr", "securityAdmin", "dpo", "systemAdmin")
                .filter(role -> table.isAllowed(operation.key(), role))
                .findFirst()
                .orElseThrow();
    }

    /** Something that is there, for each endpoint that shows one thing. */
    private Map<String, String> ids(String subsidiary) {
        String person = server.get("groupHr", "/api/v1/employees?employeeNo=CASE-8.5")
                .at("/items/0/id")
                .asText();
        String imported = uploaded();
        String programme = planned(subsidiary);
        String breach = breached(subsidiary, person);
        return Map.ofEntries(
                Map.entry("GET /employees/{}/profile", person),
                Map.entry("GET /employees/{}/timeline", person),
                Map.entry("GET /employees/{}/accounts", person),
                Map.entry("GET /employees/{}/assets", person),
                // The demo tells no system of cases; TargetsTest reads what waits for one.
                Map.entry("GET /event-targets/{}/deliveries", ""),
                // The demo lends nothing; AssetsTest reads what somebody holds.
                Map.entry("GET /assets/{}", ""),
                Map.entry("GET /employees/{}/risk", person),
                Map.entry("GET /employees/{}/risk/actions", person),
                Map.entry("GET /employees/{}/retention-history", person),
                Map.entry("GET /bundles/{}/sbom", "org.holdfast.engine.xgboost"),
                Map.entry("GET /alerts/{}", first("groupHr", "/api/v1/alerts")),
                // A case opens with a delivery, which is in the morning; without one yet the page is skipped, and says
                // so.
                Map.entry("GET /cases/{}", first("groupHr", "/api/v1/cases")),
                // Talks of the demo have no files; AttachmentsTest reads one.
                Map.entry("GET /cases/{}/talks/{}/attachments/{}", ""),
                Map.entry("GET /outcomes/{}", first("groupHr", "/api/v1/cases")),
                Map.entry("GET /plans/{}", first("groupHr", "/api/v1/plans")),
                Map.entry("GET /plans/proposals/{}", first("groupHr", "/api/v1/cases")),
                Map.entry("GET /teams/{}", first("groupHr", "/api/v1/teams")),
                Map.entry("GET /programmes/{}", programme),
                Map.entry("GET /programmes/{}/cohort", programme),
                Map.entry("GET /programmes/{}/cohort/members.xlsx", programme),
                Map.entry("GET /programmes/{}/cohort/effect", programme),
                Map.entry("GET /flows/{}/versions/{}/diagram", first("groupHr", "/api/v1/flows") + " 1"),
                Map.entry("GET /flows/{}/versions/{}/difference", first("groupHr", "/api/v1/flows") + " 1"),
                Map.entry("GET /surveys/{}", first("groupHr", "/api/v1/surveys")),
                // No survey of the demo is over; SurveyResultsTest reads the sheet of one.
                Map.entry("GET /surveys/{}/results.xlsx", ""),
                // No settlement of the demo is agreed on; SettlementsTest reads the files of one.
                Map.entry("GET /offboardings/{}", first("groupHr", "/api/v1/offboardings")),
                Map.entry("GET /offboardings/preparations/{}", first("groupHr", "/api/v1/offboardings/preparations")),
                Map.entry("GET /offboardings/{}/flow", first("groupHr", "/api/v1/offboardings")),
                Map.entry("GET /offboardings/{}/settlement", first("groupHr", "/api/v1/offboardings")),
                Map.entry("GET /offboardings/{}/settlement/settlement.xlsx", ""),
                Map.entry("GET /offboardings/{}/settlement/settlement.csv", ""),
                Map.entry("GET /offboardings/{}/settlement/settlement.pdf", ""),
                // Nor is one handed over to finance; PayablesTest reads what there is to pay.
                Map.entry("GET /offboardings/{}/payable", ""),
                Map.entry("GET /offboardings/{}/payable/payable.xlsx", ""),
                Map.entry("GET /offboardings/{}/payable/payable.csv", ""),
                Map.entry("GET /knowledge/offboardings/{}", first("groupHr", "/api/v1/offboardings")),
                Map.entry("GET /knowledge/offboardings/{}/meeting", first("groupHr", "/api/v1/offboardings")),
                // Nobody in the demo has sent a file; UploadsTest reads one.
                Map.entry("GET /knowledge/files/{}/content", ""),
                Map.entry("GET /offboardings/{}/certificate", first("groupHr", "/api/v1/offboardings")),
                Map.entry("GET /offboardings/{}/certificate/draft.pdf", first("groupHr", "/api/v1/offboardings")),
                // No certificate of the demo is issued; CertificatesTest reads the file of one.
                Map.entry("GET /offboardings/{}/certificate/{}/certificate.pdf", ""),
                Map.entry("GET /offboardings/papers/{}/own", ""),
                Map.entry("GET /offboardings/{}/transfer", first("groupHr", "/api/v1/offboardings")),
                Map.entry("GET /offboardings/{}/exit-interview", first("groupHr", "/api/v1/offboardings")),
                Map.entry("GET /exit-interviews/forms/{}", subsidiary),
                Map.entry("GET /offboardings/seals/{}", subsidiary),
                // No subsidiary of the demo has a seal; SealsTest reads the request of one.
                Map.entry("GET /offboardings/seals/{}/request", ""),
                Map.entry("GET /offboardings/paper-templates/{}", subsidiary),
                Map.entry("GET /subsidiaries/{}/plan-approval", subsidiary),
                Map.entry("GET /subsidiaries/{}/holdouts", subsidiary),
                Map.entry("GET /imports/{}", imported),
                Map.entry("GET /imports/{}/errors.csv", imported),
                Map.entry("GET /imports/templates/{}", "employees"),
                Map.entry("GET /jobs/{}", imported),
                Map.entry("GET /risk/backtests/{}", backTested(subsidiary)),
                Map.entry("GET /risk/runs/{}", first("groupHr", "/api/v1/risk/runs")),
                Map.entry("GET /users/{}", first("securityAdmin", "/api/v1/users")),
                Map.entry("GET /privacy/bases/{}", subsidiary),
                Map.entry("GET /privacy/jurisdictions/{}", subsidiary),
                Map.entry("GET /privacy/scoring/{}", subsidiary),
                Map.entry("GET /privacy/assessments/{}", subsidiary),
                Map.entry("GET /privacy/assessments/{}/{}/paper", subsidiary + " " + assessed(subsidiary)),
                Map.entry("GET /privacy/notices/{}", subsidiary),
                Map.entry("GET /privacy/processing-record/{}", subsidiary),
                Map.entry("GET /privacy/processing-record/{}/paper", subsidiary),
                Map.entry("GET /privacy/erasures/{}", subsidiary),
                Map.entry("GET /privacy/retention/{}", subsidiary),
                Map.entry("GET /privacy/people/{}/erasure", person),
                Map.entry("GET /privacy/people/{}/record", person),
                Map.entry("GET /privacy/people/{}/record/paper", person),
                Map.entry("GET /privacy/requests/{}", requested()),
                Map.entry("GET /privacy/contacts/{}", subsidiary),
                Map.entry("GET /privacy/transfers/{}", subsidiary),
                Map.entry("GET /privacy/breaches/{}", breach),
                Map.entry("GET /privacy/breaches/{}/drafts", breach),
                Map.entry("GET /privacy/breaches/{}/people", breach),
                Map.entry("GET /users/{}/mail-address", first("securityAdmin", "/api/v1/users")),
                Map.entry("GET /users/{}/channels", first("securityAdmin", "/api/v1/users")),
                Map.entry("GET /users/{}/sessions", first("securityAdmin", "/api/v1/users")),
                Map.entry("GET /texts/{}", "zh"));
    }

    /** The draft of a programme for everybody who was hired within a year. */
    private String planned(String subsidiary) {
        return server.post(
                        "groupHr",
                        "/api/v1/programmes",
                        "{\"subsidiaryId\":\"" + subsidiary
                                + "\",\"title\":\"New hires\",\"cohort\":{\"tenureTo\":12,\"noPromotionMonths\":1}}")
                .at("/id")
                .asText();
    }

    /** A request of the demo's employee; another test may have filed it before. */
    private String requested() {
        server.post("employee", "/api/v1/privacy/own/requests", "{\"kind\":\"access\"}");
        return first("employee", "/api/v1/privacy/own/requests");
    }

    /** The draft of an assessment. */
    private String assessed(String subsidiary) {
        return server.post("dpo", "/api/v1/privacy/assessments/" + subsidiary, "")
                .at("/id")
                .asText();
    }

    /** A breach that concerns somebody. */
    private String breached(String subsidiary, String person) {
        String id = server.post(
                        "dpo",
                        "/api/v1/privacy/breaches",
                        "{\"subsidiaryIds\":[\"" + subsidiary
                                + "\"],\"severity\":\"low\",\"what\":\"a letter went astray\"}")
                .at("/items/0/id")
                .asText();
        server.post("dpo", "/api/v1/privacy/breaches/" + id + "/people", "{\"employeeIds\":[\"" + person + "\"]}");
        return id;
    }

    private String first(String role, String list) {
        return server.get(role, list).at("/items/0/id").asText();
    }

    private String backTested(String subsidiary) {
        String id = server.post(
                        "modelOperator",
                        "/api/v1/risk/backtests",
                        "{\"subsidiaryId\":\"" + subsidiary
                                + "\",\"trainedAsOf\":\"2025-06-30\",\"days\":[\"2025-09-30\"],\"horizonDays\":180}")
                .path("id")
                .asText();
        await().atMost(Duration.ofMinutes(3))
                .until(() -> server.get("groupHr", "/api/v1/jobs/" + id)
                        .path("state")
                        .asText()
                        .matches("done|failed"));
        return id;
    }

    private String uploaded() {
        String boundary = "holdfast-test";
        String body = String.join(
                "\r\n",
                List.of(
                        "--" + boundary,
                        "Content-Disposition: form-data; name=\"file\"; filename=\"employees.csv\"",
                        "Content-Type: text/csv",
                        "",
                        "employee_no,name,subsidiary,department\nNOBODY-1,Nobody,no-such-firm,no-such-unit\n",
                        "--" + boundary,
                        "Content-Disposition: form-data; name=\"dryRun\"",
                        "",
                        "true",
                        "--" + boundary + "--",
                        ""));
        return DemoServer.read(server.send(
                        server.caller("groupHr"),
                        new Call("POST", "/api/v1/imports", "multipart/form-data; boundary=" + boundary, body)))
                .path("id")
                .asText();
    }
}
