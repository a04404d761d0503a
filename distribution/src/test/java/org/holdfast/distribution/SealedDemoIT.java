package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A server whose protection is taken away while it runs answers nothing about people and takes nothing in, and is as it
 * was when the protection comes back. Comes late, because while it runs the shared demo answers nobody.
 */
@ExtendWith(SharedDemo.class)
@Order(Integer.MAX_VALUE - 1)
class SealedDemoIT {
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";
    private static final String SEALED = "/problems/key-ring-sealed";

    private final DemoServer server;

    SealedDemoIT(DemoServer server) {
        this.server = server;
    }

    @Test
    void withoutItsProtectionBundleTheServerIsShutAndOpensAgainByItself() throws IOException {
        String employee = server.get("groupHr", "/api/v1/employees?employeeNo=CASE-8.5")
                .path("items")
                .get(0)
                .path("id")
                .asText();
        Path dropped = inbox().resolve("signals.csv");
        Map<String, String> before = answers(employee);
        JsonNode api = server.json(server.anonymous("/api/v1/openapi.json"));
        Path bundle = protection("aes");
        Path away = server.data().resolve("away");

        Files.move(bundle, away);
        try {
            await().atMost(20, TimeUnit.SECONDS)
                    .until(() -> server.anonymous("/health/ready").statusCode() == 503);
            everyEndpointIsShut(api);
            whatIsNotAboutPeopleWorks();
            aDroppedFileWaits(dropped);
        } finally {
            Files.move(away, bundle, StandardCopyOption.ATOMIC_MOVE);
        }

        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> server.anonymous("/health/ready").statusCode() == 200);
        assertThat(answers(employee)).isEqualTo(before);
        await().atMost(30, TimeUnit.SECONDS).until(() -> !Files.exists(dropped));
    }

    /** What people ask for, by role and address. */
    private Map<String, String> answers(String employee) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (String path : List.of(
                "employees?limit=50",
                "employees/" + employee + "/profile",
                "employees/" + employee + "/risk",
                "risk/scores?limit=50",
                "alerts?state=open&limit=50",
                "insight/heatmap",
                "insight/summary",
                "subsidiaries",
                "departments?limit=50")) {
            answers.put(path, text(server.get("groupHr", "/api/v1/" + path)));
        }
        answers.put("search", text(server.post("groupHr", "/api/v1/employees/search", "{\"text\":\"CASE\"}")));
        return answers;
    }

    /** Without the cursor, which is another each time. */
    private static String text(JsonNode answer) {
        if (answer instanceof ObjectNode page) {
            page.remove("next");
        }
        return answer.toString();
    }

    /** Asks everything the document of the running server names, without a log-in: the door stands before it. */
    private void everyEndpointIsShut(JsonNode api) {
        List<String> asked = new ArrayList<>();
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(operation -> {
                    if (!operation.getValue().path("x-works-sealed").asBoolean()) {
                        String method = operation.getKey().toUpperCase(Locale.ROOT);
                        String address = "/api/v1" + path.getKey().replaceAll("\\{[^}]*}", NOBODY);
                        String media = media(operation.getValue());
                        HttpResponse<String> answer = server.call(method, address, media);
                        asked.add(method + " " + path.getKey());
                        assertThat(answer.statusCode())
                                .as(method + " " + path.getKey())
                                .isEqualTo(503);
                        // The answer to HEAD is its headers alone (RFC 9110, 9.3.2).
                        if (!method.equals("HEAD")) {
                            assertThat(server.json(answer).path("type").asText())
                                    .isEqualTo(SEALED);
                        }
                    }
                }));
        assertThat(asked)
                .hasSizeGreaterThan(30)
                .contains(
                        "GET /employees",
                        "POST /employees/search",
                        "GET /risk/scores",
                        "GET /alerts",
                        "GET /insight/summary",
                        "POST /signals",
                        "GET /signals/freshness",
                        "POST /imports");
    }

    private static String media(JsonNode operation) {
        JsonNode content = operation.path("requestBody").path("content");
        return content.fieldNames().hasNext() ? content.fieldNames().next() : "";
    }

    private void whatIsNotAboutPeopleWorks() {
        assertThat(server.anonymous("/").statusCode()).isEqualTo(200);
        assertThat(server.anonymous("/api/v1/languages").statusCode()).isEqualTo(200);
        assertThat(server.anonymous("/health/live").statusCode()).isEqualTo(200);
        assertThat(server.anonymous("/metrics").statusCode()).isEqualTo(200);
        assertThat(server.status("systemAdmin", "/api/v1/bundles")).isEqualTo(200);
        assertThat(server.status("systemAdmin", "/api/v1/session")).isEqualTo(200);
    }

    private static void aDroppedFileWaits(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, "employee_no,signal,date,value,source\nNOBODY,attendance.late,2026-10-30,1,test\n");
        await().during(4, TimeUnit.SECONDS).atMost(6, TimeUnit.SECONDS).until(() -> Files.exists(file));
    }

    private Path inbox() {
        String code = server.get("groupHr", "/api/v1/subsidiaries")
                .path("items")
                .get(0)
                .path("code")
                .asText();
        return server.data().resolve("inbox").resolve(code);
    }

    /** One subsidiary of the shared demo is of SM4-GCM. */
    @Test
    void withoutTheBundleOfItsCipherSuiteTheServerIsShutAndNamesIt() throws IOException {
        assertThat(server.get("securityAdmin", "/api/v1/keys").path("suites").findValuesAsText("suite"))
                .contains("SM4-GCM", "AES-256-GCM");
        String before = text(server.get("groupHr", "/api/v1/insight/summary"));
        Path bundle = protection("sm4");
        Path away = server.data().resolve("away");

        Files.move(bundle, away);
        try {
            await().atMost(20, TimeUnit.SECONDS)
                    .until(() -> server.anonymous("/health/ready").statusCode() == 503);
            assertThat(server.anonymous("/api/v1/employees").body())
                    .contains(SEALED, "SM4-GCM", "org.holdfast.protection.sm4");
        } finally {
            Files.move(away, bundle, StandardCopyOption.ATOMIC_MOVE);
        }

        await().atMost(30, TimeUnit.SECONDS)
                .until(() -> server.anonymous("/health/ready").statusCode() == 200);
        assertThat(text(server.get("groupHr", "/api/v1/insight/summary"))).isEqualTo(before);
    }

    private Path protection(String name) throws IOException {
        try (Stream<Path> files = Files.list(server.bundles())) {
            return files.filter(file -> file.getFileName().toString().startsWith("holdfast-protection-" + name))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
