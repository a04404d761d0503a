package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.holdfast.distribution.DemoServer.Call;
import org.holdfast.distribution.DemoServer.Caller;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two kinds of scope: HR of one subsidiary knows nothing of another, a manager of nobody but their own people. */
@ExtendWith(SharedDemo.class)
class ScopesIT {
    private static final String HR = "subsidiaryHr";
    private static final String MANAGER = "lineManager";

    private final DemoServer server;
    /** The person whose superior the line manager's account is and whose subsidiary HR's. */
    private JsonNode own;
    /** Somebody of another subsidiary. */
    private JsonNode other;

    ScopesIT(DemoServer server) {
        this.server = server;
    }

    @BeforeEach
    void findSomebodyInsideAndSomebodyOutside() {
        own = person("CASE-8.5");
        other = items("groupHr", "/api/v1/risk/scores?limit=200")
                .filter(row -> !row.path("subsidiaryId").equals(own.path("subsidiaryId")))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/employees", "/departments", "/risk/scores", "/risk/models", "/signals/freshness"})
    void aSubsidiarysHrSeesItsOwnSubsidiaryInEveryList(String list) {
        assertThat(items(HR, "/api/v1" + list + "?limit=200")
                        .map(item -> item.path("subsidiaryId").asText()))
                .allMatch(own.path("subsidiaryId").asText()::equals);
    }

    @Test
    void aSubsidiarysHrSeesItsOwnSubsidiaryAndItsAlertsAlone() {
        String subsidiary = own.path("subsidiaryId").asText();

        assertThat(items(HR, "/api/v1/subsidiaries").map(firm -> firm.path("id").asText()))
                .containsExactly(subsidiary);
        assertThat(items(HR, "/api/v1/alerts?state=open&limit=200")
                        .map(alert -> alert.at("/employee/subsidiaryId").asText()))
                .isNotEmpty()
                .containsOnly(subsidiary);
        assertThat(stream(server.get(HR, "/api/v1/insight/heatmap").path("nodes"))
                        .filter(node -> node.path("kind").asText().equals("subsidiary"))
                        .map(node -> node.path("id").asText()))
                .containsExactly(subsidiary);
        assertThat(server.get(HR, "/api/v1/insight/summary").path("people").asInt())
                .isLessThan(server.get("groupHr", "/api/v1/insight/summary")
                        .path("people")
                        .asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {HR, MANAGER})
    void whoStandsOutsideTheScopeDoesNotExist(String role) {
        String id = other.path("id").asText();

        for (String part : List.of("profile", "timeline", "risk")) {
            assertThat(server.status(role, "/api/v1/employees/" + id + "/" + part))
                    .as(part)
                    .isEqualTo(404);
        }
        assertThat(server.post(role, "/api/v1/employees/search", searchOf(other))
                        .path("total")
                        .asInt())
                .isZero();
        String alert = items("groupHr", "/api/v1/alerts?state=open&limit=200")
                .filter(found -> !found.at("/employee/subsidiaryId").equals(own.path("subsidiaryId")))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        assertThat(server.status(role, "/api/v1/alerts/" + alert)).isEqualTo(404);
        assertThat(server.send(server.caller(role), Call.post("/api/v1/alerts/" + alert + "/acknowledge", "{}"))
                        .statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/departments",
                "/insight/heatmap",
                "/insight/attrition",
                "/signals/freshness",
                "/risk/models",
                "/risk/runs",
                "/risk/settings"
            })
    void askingForAnotherSubsidiaryTellsNothing(String path) {
        String asked =
                "/api/v1" + path + "?subsidiaryId=" + other.path("subsidiaryId").asText();

        boolean hidden = server.status(HR, asked) == 404;

        assertThat(hidden || server.get(HR, asked).path("items").isEmpty())
                .as(asked)
                .isTrue();
    }

    @Test
    void aManagerSeesExactlyThePeopleWhoReportToThem() {
        String manager = own.path("managerId").asText();

        Set<String> listed = ids(items(MANAGER, "/api/v1/employees?limit=200"));

        assertThat(listed)
                .isEqualTo(reportingTo(manager))
                .contains(own.path("id").asText());
        assertThat(server.status(MANAGER, "/api/v1/employees/" + manager + "/risk"))
                .isEqualTo(404);
        assertThat(server.status(MANAGER, "/api/v1/risk/scores")).isEqualTo(403);
    }

    @Test
    void aTokenOfOneSubsidiaryWritesNothingAboutAnother() {
        String subsidiary = own.path("subsidiaryId").asText();
        String token = server.post(
                        "securityAdmin",
                        "/api/v1/tokens",
                        "{\"name\":\"scope\",\"role\":\"integration\",\"subsidiaryIds\":[\"" + subsidiary + "\"]}")
                .path("token")
                .asText();

        JsonNode answer = DemoServer.read(server.send(
                Caller.token(token),
                Call.post(
                        "/api/v1/signals",
                        "{\"items\":[{\"subsidiary\":\""
                                + other.path("subsidiaryCode").asText()
                                + "\",\"employeeNo\":\""
                                + other.path("employeeNo").asText()
                                + "\",\"signal\":\"attendance.late\",\"date\":\"2026-10-30\",\"value\":1,"
                                + "\"source\":\"scope-test\"}]}")));

        assertThat(answer.path("accepted").asInt()).as(answer.toString()).isZero();
    }

    private Set<String> reportingTo(String manager) {
        List<JsonNode> people = items("groupHr", "/api/v1/employees?limit=200").toList();
        Set<String> line = new HashSet<>();
        boolean grown = true;
        while (grown) {
            grown = line.addAll(ids(people.stream().filter(one -> {
                String above = one.path("managerId").asText();
                return above.equals(manager) || line.contains(above);
            })));
        }
        return line;
    }

    private static Set<String> ids(Stream<JsonNode> people) {
        Set<String> ids = new HashSet<>();
        people.forEach(one -> ids.add(one.path("id").asText()));
        return ids;
    }

    private JsonNode person(String employeeNo) {
        return server.get("groupHr", "/api/v1/employees?employeeNo=" + employeeNo)
                .at("/items/0");
    }

    private static String searchOf(JsonNode person) {
        return "{\"text\":\"" + person.path("employeeNo").asText() + "\",\"subsidiaryIds\":[\""
                + person.path("subsidiaryId").asText() + "\"]}";
    }

    /** All pages of a list. */
    private Stream<JsonNode> items(String role, String path) {
        JsonNode page = server.get(role, path);
        Stream<JsonNode> items = stream(page.path("items"));
        while (page.hasNonNull("next")) {
            String next = path + (path.contains("?") ? "&" : "?") + "cursor="
                    + page.path("next").asText();
            page = server.get(role, next);
            items = Stream.concat(items, stream(page.path("items")));
        }
        return items;
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
