package org.holdfast.distribution;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What somebody finds who may read the whole of a PostgreSQL database, and the server's disk. Comes last. */
@ExtendWith(PostgresDemo.class)
@Order(Integer.MAX_VALUE - 5)
@Tag("O20")
class PostgresThiefIT {
    private final DemoServer server;

    PostgresThiefIT(DemoServer server) {
        this.server = server;
    }

    @Test
    void whoCopiesTheDatabaseLearnsNothingAboutAnybody() throws IOException, SQLException {
        Needles needles = new Canaries(server).released();
        DemoSecrets.of(server).forEach(needles::text);

        Thief thief = new Thief(needles).files(server.data());
        try (Connection connection = PostgresDemo.connect(server)) {
            thief.tables(connection);
        }
        thief.assertNothingFound();
    }
}
