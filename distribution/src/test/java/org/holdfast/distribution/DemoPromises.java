package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a newcomer sees who types one command, whatever the database: the group scored, with reasons and open alerts. */
abstract class DemoPromises {
    private final DemoServer server;

    DemoPromises(DemoServer server) {
        this.server = server;
    }

    @Test
    void givesOneLoginPerRole() {
        assertThat(server.ready().path("logins")).hasSize(12);
        assertThat(server.get("groupHr", "/api/v1/session")
                        .path("user")
                        .path("roles")
                        .get(0)
                        .asText())
                .isEqualTo("groupHr");
    }

    @Test
    void publishedCasesHaveTheirPublishedScores() {
        assertThat(score("CASE-8.5")).isCloseTo(8.5, within(0.2));
        assertThat(score("CASE-8.2")).isCloseTo(8.2, within(0.2));
        assertThat(score("CASE-7.5")).isCloseTo(7.5, within(0.2));
        assertThat(risk("CASE-85PCT").path("probability").asDouble()).isCloseTo(0.85, within(0.02));
        assertThat(risk("CASE-8.5").path("band").asText()).isEqualTo("high");
        assertThat(risk("CASE-7.5").path("band").asText()).isEqualTo("midHigh");
        assertThat(reasons("CASE-RULE")).contains("indicator.disengaging");
    }

    @Test
    void tooLittleEvidenceIsUnknown() {
        JsonNode risk = risk("CASE-THIN");

        assertThat(risk.path("score").isNull() || risk.path("band").asText().equals("low"))
                .isTrue();
    }

    @Test
    void withoutConsentNothingMentionsAJobSite() {
        assertThat(score("CASE-NOCONSENT")).isLessThan(score("CASE-8.5") - 0.5);
        assertThat(reasons("CASE-NOCONSENT")).doesNotContain("resume.update");
        assertThat(server.get("groupHr", "/api/v1/employees/" + id("CASE-NOCONSENT") + "/timeline")
                        .toString())
                .doesNotContain("resume");
    }

    @Test
    void whatIfStartsFromTheShownScoreAndLeavesItAsItIs() {
        JsonNode shown = risk("CASE-8.5");
        String path = "/api/v1/employees/" + id("CASE-8.5") + "/risk/what-if";

        JsonNode raise = server.post("groupHr", path, "{\"payPercent\":15,\"promotion\":true}");
        JsonNode smallest = server.post("groupHr", path + "/smallest", "{}");

        assertThat(raise.at("/before/score").asDouble())
                .isEqualTo(shown.path("score").asDouble());
        assertThat(raise.at("/after/score").asDouble())
                .isLessThan(shown.path("score").asDouble());
        assertThat(raise.at("/cost/perYear").asDouble()).isPositive();
        assertThat(smallest.path("state").asText()).isIn("found", "none");
        assertThat(risk("CASE-8.5")).isEqualTo(shown);
    }

    @Test
    void historyTellsWhatTheCounterOfferBought() {
        JsonNode items = server.get("groupHr", "/api/v1/employees/" + id("CASE-85PCT") + "/retention-history")
                .path("items");

        assertThat(items).anySatisfy(line -> {
            assertThat(line.path("kind").asText()).isEqualTo("counterOffer");
            assertThat(line.path("amount").asInt()).isEqualTo(30_000);
            assertThat(line.path("heldUntil").asText()).isIn("scoreHigh", "alert");
            assertThat(line.path("heldDays").asInt()).isBetween(1, 143);
        });
        assertThat(items)
                .anySatisfy(line -> assertThat(line.path("kind").asText()).isEqualTo("resignationRaised"));
    }

    @Test
    void reasonsAddUpToTheMargin() {
        JsonNode risk = risk("CASE-8.5");

        double sum = risk.path("baseline").asDouble();
        for (JsonNode reason : risk.path("reasons")) {
            sum += reason.path("contribution").asDouble();
        }

        assertThat(sum).isCloseTo(risk.path("margin").asDouble(), within(1e-4));
    }

    @Test
    void largeSubsidiariesRunOnTrainedChampions() {
        int trained = 0;
        for (JsonNode subsidiary : server.get("groupHr", "/api/v1/subsidiaries").path("items")) {
            if (subsidiary.path("model").path("kind").asText().equals("trained")) {
                trained++;
            }
        }

        assertThat(trained).isEqualTo(3);
    }

    @Test
    void alertsAreOpenForTheHighestRisks() {
        JsonNode alerts = server.get("groupHr", "/api/v1/alerts?state=open&limit=200");

        assertThat(alerts.path("total").asInt()).isPositive();
    }

    @Test
    void theCasesOfTheStoriesHaveOpenAlertsWhateverThePastWas() {
        JsonNode items =
                server.get("groupHr", "/api/v1/alerts?state=open&limit=200").path("items");

        assertThat(items).anySatisfy(alert -> {
            assertThat(alert.at("/employee/employeeNo").asText()).isEqualTo("CASE-8.5");
            assertThat(alert.path("imported").asBoolean()).isFalse();
        });
    }

    @Test
    void theEffectReportHasAPast() {
        JsonNode report = server.get("groupHr", "/api/v1/insight/effect");

        for (String code : List.of("imported", "talked", "intentPrecision", "exitPrecision", "saved", "retained90")) {
            assertThat(report.path("figures")).as(code).anySatisfy(figure -> {
                assertThat(figure.path("code").asText()).isEqualTo(code);
                assertThat(figure.path("denominator").asInt()).isGreaterThan(50);
            });
        }
        assertThat(report.path("attrition")).isNotEmpty();
    }

    @Test
    void theSuperiorSeesNoScore() {
        JsonNode risk = server.get("lineManager", "/api/v1/employees/" + id("CASE-8.5") + "/risk");

        assertThat(risk.has("score")).isFalse();
        assertThat(risk.has("reasons")).isFalse();
    }

    @Test
    void anAdministratorSeesNoPerson() {
        assertThat(server.status("systemAdmin", "/api/v1/employees/" + id("CASE-8.5") + "/risk"))
                .isIn(403, 404);
        assertThat(server.status("systemAdmin", "/api/v1/bundles")).isEqualTo(200);
    }

    @Test
    void nothingIsAnsweredWithoutSigningIn() {
        assertThat(server.anonymous("/api/v1/employees").statusCode()).isEqualTo(401);
        assertThat(server.anonymous("/").statusCode()).isEqualTo(200);
        assertThat(server.anonymous("/health/ready").statusCode()).isEqualTo(200);
    }

    private double score(String employeeNo) {
        return risk(employeeNo).path("score").asDouble();
    }

    private JsonNode risk(String employeeNo) {
        return server.risk(employeeNo);
    }

    private List<String> reasons(String employeeNo) {
        return DemoServer.signals(risk(employeeNo));
    }

    private String id(String employeeNo) {
        return server.id(employeeNo);
    }
}
