package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.holdfast.launcher.client.ApiCalls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What a newcomer sees who types one command: the whole group scored, with reasons and open alerts. */
@ExtendWith(SharedDemo.class)
class DemoIT {
    private final DemoServer server;

    DemoIT(DemoServer server) {
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

    @Test
    void aStrangersBundleScoresASubsidiaryWithoutARestart(@TempDir Path files) throws IOException {
        Files.copy(
                Path.of("../bundles/platform/testkit/target/example/retail-1.0.0.jar"),
                server.bundles().resolve("retail-1.0.0.jar"));
        await().atMost(10, TimeUnit.SECONDS)
                .until(() ->
                        server.get("systemAdmin", "/api/v1/bundles").toString().contains("com.example.retail"));

        ApiCalls api = server.commandLine();
        RetailFiles.write(files);
        for (String name : RetailFiles.NAMES) {
            api.imported(files.resolve(name));
        }
        String subsidiary = RetailFiles.subsidiary(api);
        api.put("/api/v1/privacy/bases/" + subsidiary, RetailFiles.bases("2020-01-01"));
        api.riskRun(subsidiary, "score", LocalDate.of(2026, 10, 31));

        JsonNode risk = risk("SHOP-1");
        assertThat(risk.path("model").path("id").asText()).contains("retail");
        assertThat(risk.path("score").isNumber()).isTrue();
        assertThat(reasons("SHOP-1")).contains("retail.shift_swaps");
    }

    private double score(String employeeNo) {
        return risk(employeeNo).path("score").asDouble();
    }

    private JsonNode risk(String employeeNo) {
        return server.get("groupHr", "/api/v1/employees/" + id(employeeNo) + "/risk");
    }

    private List<String> reasons(String employeeNo) {
        List<String> signals = new ArrayList<>();
        risk(employeeNo)
                .path("reasons")
                .forEach(reason -> signals.add(reason.path("signal").asText()));
        return signals;
    }

    private String id(String employeeNo) {
        return server.get("groupHr", "/api/v1/employees?employeeNo=" + employeeNo)
                .path("items")
                .get(0)
                .path("id")
                .asText();
    }
}
