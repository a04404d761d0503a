package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody finds who takes the disk of a stopped server. Stops the shared demo, so it comes last. */
@ExtendWith(SharedDemo.class)
@Order(Integer.MAX_VALUE)
@Tag("O20")
class StoppedDemoIT {
    private final DemoServer server;

    StoppedDemoIT(DemoServer server) {
        this.server = server;
    }

    @Test
    void whoStealsTheDiskLearnsNothingAboutAnybody() throws IOException, InterruptedException, SQLException {
        Needles needles = new Canaries(server).released();
        DemoSecrets.of(server).forEach(needles::text);

        assertThat(server.stop()).isTrue();

        Thief thief = new Thief(needles).files(server.data());
        for (String file : new String[] {"database/holdfast", "keys/wrapped"}) {
            try (Connection connection = open(server.data().resolve(file))) {
                thief.tables(connection).script(connection);
            }
        }
        thief.assertNothingFound();
    }

    private static Connection open(Path file) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:file:" + file, "holdfast", "embedded");
    }
}
