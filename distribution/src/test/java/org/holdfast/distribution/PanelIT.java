package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.holdfast.launcher.client.ApiCalls;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real panel goes the whole way through the running product: import, training on 2016, scores, and a back-test on
 * April to September 2017. Brings a firm into the shared demo, so it comes late; docs/evaluation.md has the figures.
 */
@ExtendWith(SharedDemo.class)
@Order(Integer.MAX_VALUE - 20)
class PanelIT {
    private static final LocalDate TRAINED = LocalDate.of(2017, 4, 2);
    private static final int QUARTER = 92;
    private static final List<LocalDate> DAYS = IntStream.rangeClosed(4, 9)
            .mapToObj(month -> YearMonth.of(2017, month).atEndOfMonth())
            .toList();

    private final DemoServer server;

    PanelIT(DemoServer server) {
        this.server = server;
    }

    @Test
    void aPanelIsImportedTrainedOnScoredAndBackTested(@TempDir Path files) throws IOException {
        Path panel = Path.of(String.valueOf(System.getenv("HOLDFAST_TEST_DATA")))
                .resolve("attrition/insurer_monthly_panel.csv");
        if (!Files.exists(panel)) {
            System.out.println("HOLDFAST_TEST_DATA has no attrition/insurer_monthly_panel.csv: PanelIT is not run");
        }
        assumeTrue(Files.exists(panel), "HOLDFAST_TEST_DATA has no attrition/insurer_monthly_panel.csv");
        PanelFiles.write(panel, files);
        Files.copy(files.resolve(PanelFiles.BUNDLE), server.bundles().resolve(PanelFiles.BUNDLE));
        await().atMost(10, TimeUnit.SECONDS)
                .until(() ->
                        server.get("systemAdmin", "/api/v1/bundles").toString().contains("com.example.fieldsales"));
        ApiCalls api = server.commandLine();
        for (String name : PanelFiles.NAMES) {
            api.imported(files.resolve(name));
        }
        String subsidiary = subsidiary(api);
        api.put("/api/v1/privacy/bases/" + subsidiary, RetailFiles.bases("2015-01-01"));
        server.change(
                "modelOperator",
                "/api/v1/risk/settings?subsidiaryId=" + subsidiary,
                settings -> settings.put("horizonDays", QUARTER));

        api.riskRun(subsidiary, "train", TRAINED);

        JsonNode models = api.get("/api/v1/risk/models?subsidiaryId=" + subsidiary);
        assertThat(models.path("reason").asText()).isEqualTo("takesOver");
        assertThat(models.path("items"))
                .hasSize(3)
                .allSatisfy(model ->
                        assertThat(model.path("card").path("trainTo").asText()).isEqualTo("2016-09-30"));

        JsonNode result = backtest(api, subsidiary);
        assertThat(result.path("tested").path("positives").asInt()).isGreaterThan(1_000);
        double champion = value(result, result.path("inUse").asText(), "rocAuc");
        assertThat(champion).isBetween(0.74, 0.86);
        assertThat(champion).isGreaterThan(value(result, "unitRate", "rocAuc") + 0.1);
        assertThat(value(result, result.path("inUse").asText(), "brier"))
                .isLessThan(value(result, "scorecard", "brier"));
        assertThat(value(result, result.path("inUse").asText(), "alertRecall")).isPositive();
    }

    private JsonNode backtest(ApiCalls api, String subsidiary) {
        ObjectNode body = new ObjectMapper().createObjectNode();
        body.put("subsidiaryId", subsidiary).put("trainedAsOf", TRAINED.toString());
        DAYS.forEach(day -> body.withArray("days").add(day.toString()));
        String id = api.post("/api/v1/risk/backtests", body).path("id").asText();
        await().atMost(90, TimeUnit.SECONDS)
                .until(() ->
                        api.get("/api/v1/jobs/" + id).path("state").asText().matches("done|failed"));
        return api.get("/api/v1/risk/backtests/" + id).path("result");
    }

    private static double value(JsonNode result, String model, String metric) {
        for (JsonNode line : result.path("models")) {
            if (line.path("name").asText().equals(model)) {
                return line.path("values").path(metric).asDouble(Double.NaN);
            }
        }
        return Double.NaN;
    }

    private static String subsidiary(ApiCalls api) {
        for (JsonNode found : api.get("/api/v1/subsidiaries?limit=200").path("items")) {
            if (found.path("code").asText().equals(PanelFiles.SUBSIDIARY)) {
                return found.path("id").asText();
            }
        }
        throw new AssertionError("The insurer was not imported");
    }
}
