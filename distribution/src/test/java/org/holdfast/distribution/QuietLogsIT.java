package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Reads the logs of every server that the tests before it started. Comes late; what the shared demo logs after it is read by
 * {@link StoppedDemoIT}.
 */
@ExtendWith(SharedDemo.class)
@Order(Integer.MAX_VALUE - 3)
class QuietLogsIT {
    private final DemoServer server;

    QuietLogsIT(DemoServer server) {
        this.server = server;
    }

    @Test
    void noLogOfAnyServerNamesAnybody() throws IOException {
        Needles needles = Canaries.words(new Needles());
        DemoSecrets.of(server).forEach(needles::text);
        List<String> places = new ArrayList<>();
        long lines = 0;
        for (Path file : KeptLogs.all()) {
            int number = 0;
            for (String line :
                    Files.readString(file, StandardCharsets.ISO_8859_1).split("\n", -1)) {
                number++;
                if (needles.in(line.getBytes(StandardCharsets.ISO_8859_1)).isPresent()) {
                    // The place, never the words: this goes into the log of the build.
                    places.add(file.subpath(file.getNameCount() - 2, file.getNameCount()) + ":" + number);
                }
            }
            lines += number;
        }

        assertThat(lines).as("lines that were read").isGreaterThan(50);
        assertThat(places).as("lines that name somebody").isEmpty();
    }
}
