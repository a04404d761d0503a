package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What the console promises, walked in a real browser in both languages. The walks are the console's own
 * ({@code real-promises.mjs}); each promise is one test here, and its pictures are kept in {@code target/screenshots}.
 */
@ExtendWith(SharedDemo.class)
class ConsoleIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path WALKS = Path.of("../bundles/console/src/test/console/pages/check-real.mjs");

    /** The exit code of walks that came to their end but found a promise broken. */
    private static final int BROKEN = 3;

    private final DemoServer server;

    ConsoleIT(DemoServer server) {
        this.server = server;
    }

    @TestFactory
    Stream<DynamicTest> promises() throws IOException {
        Process walks = new ProcessBuilder(
                        "node",
                        WALKS.toAbsolutePath().normalize().toString(),
                        Path.of("target/screenshots").toAbsolutePath().toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedWriter demo = walks.outputWriter()) {
            demo.write(server.ready().toString());
        }
        Stream<DynamicTest> kept = walks.inputReader().lines().map(ConsoleIT::kept);
        DynamicTest end = DynamicTest.dynamicTest(
                "the walks came to their end",
                () -> assertThat(walks.waitFor())
                        .as("exit code of the walks; what they say went wrong stands above")
                        .isIn(0, BROKEN));
        return Stream.concat(kept, Stream.of(end));
    }

    private static DynamicTest kept(String line) {
        JsonNode result;
        try {
            result = JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(line, e);
        }
        String name =
                result.path("promise").asText() + " (" + result.path("where").asText() + ")";
        return DynamicTest.dynamicTest(
                name, () -> assertThat(result.path("faults")).as(name).isEmpty());
    }
}
