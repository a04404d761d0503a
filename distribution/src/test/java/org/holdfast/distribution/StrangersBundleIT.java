package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.holdfast.launcher.start.DataDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a vendor does who has the product's {@code sdk/} folder and nothing else of ours: the vendor guide's commands, with
 * a local Maven repository that has never seen Holdfast, then the jar dropped into the running demo.
 */
@ExtendWith(SharedDemo.class)
class StrangersBundleIT {
    private static final Path SDK = DemoServer.IMAGE.resolve("sdk");
    /** Kept until the next clean, so that Maven's own plug-ins are fetched once. */
    private static final Path REPOSITORY = Path.of("target", "strangers-repository");

    private final DemoServer server;

    StrangersBundleIT(DemoServer server) {
        this.server = server;
    }

    @Test
    void aBundleBuiltFromTheSdkAloneScoresASubsidiaryWithoutARestart(@TempDir Path folder) throws Exception {
        Path bundle = built(folder);

        Files.copy(bundle, server.bundles().resolve("retail-1.0.0.jar"));
        await().atMost(5, TimeUnit.SECONDS).until(this::installed);
        ApiCalls api = server.commandLine();
        RetailFiles.write(folder);
        for (String name : RetailFiles.NAMES) {
            api.imported(folder.resolve(name));
        }
        String subsidiary = RetailFiles.subsidiary(api);
        api.put("/api/v1/privacy/bases/" + subsidiary, RetailFiles.bases("2020-01-01"));
        api.riskRun(subsidiary, "score", LocalDate.of(2026, 10, 31));

        JsonNode risk = server.risk("SHOP-1");
        assertThat(risk.path("model").path("id").asText()).contains("retail");
        assertThat(risk.path("score").isNumber()).isTrue();
        assertThat(DemoServer.signals(risk)).contains("retail.shift_swaps");
    }

    private boolean installed() {
        return server.get("systemAdmin", "/api/v1/bundles").toString().contains("com.example.retail");
    }

    private static Path built(Path folder) throws IOException, InterruptedException {
        for (String artifact : List.of("holdfast-api", "holdfast-testkit")) {
            maven(
                    folder,
                    "org.apache.maven.plugins:maven-install-plugin:3.1.4:install-file",
                    "-DpomFile=" + SDK.resolve(artifact + ".pom").toAbsolutePath(),
                    "-Dfile=" + jar(artifact).toAbsolutePath());
        }
        Path project = folder.resolve("retail");
        DataDirectory.copyTree(SDK.resolve("vendor-guide").resolve("example-retail"), project);
        maven(project, "package");
        return project.resolve("target").resolve("retail-1.0.0.jar");
    }

    private static Path jar(String artifact) throws IOException {
        try (var jars = Files.newDirectoryStream(SDK, artifact + "-*.jar")) {
            return jars.iterator().next();
        }
    }

    private static void maven(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("holdfast.maven.home"), "bin", "mvn").toString(),
                "-B",
                "-ntp",
                "-q",
                "-Dmaven.repo.local=" + REPOSITORY.toAbsolutePath()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        // What our own build gave to its Maven is none of the stranger's.
        builder.environment().keySet().removeIf(name -> name.startsWith("MAVEN_"));
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(said).isZero();
    }
}
