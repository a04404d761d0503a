package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody finds who takes the disk of a stopped server. Stops the shared demo, so it comes last. */
@ExtendWith(SharedDemo.class)
@Order(Integer.MAX_VALUE)
class StoppedDemoIT {
    private final DemoServer server;

    StoppedDemoIT(DemoServer server) {
        this.server = server;
    }

    @Test
    void theStoppedServerLeavesNothingReadableOnDisk() throws IOException, InterruptedException {
        List<String> secrets = new ArrayList<>();
        JsonNode people = server.post("groupHr", "/api/v1/employees/search", "{\"limit\":50}")
                .path("items");
        people.forEach(person -> {
            secrets.add(person.path("name").asText());
            String number = person.path("employeeNo").asText();
            if (!number.matches("[0-9]*")) {
                // A number of digits alone also stands where nobody is meant, as in the market's pay.
                secrets.add(number);
            }
        });
        secrets.add("CASE-8.5");
        assertThat(secrets).hasSizeGreaterThanOrEqualTo(50);

        assertThat(server.stop()).isTrue();

        try (Stream<Path> files = Files.walk(server.data())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // Bytes as characters, so that the search is the JDK's own: the archive of classes is large.
                String content = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String secret : secrets) {
                    String bytes = new String(secret.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
                    assertThat(content.contains(bytes))
                            .as("%s in %s", secret, file.getFileName())
                            .isFalse();
                }
            }
        }
    }
}
