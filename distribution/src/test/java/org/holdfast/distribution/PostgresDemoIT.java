package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo on PostgreSQL 15. */
@ExtendWith(PostgresDemo.class)
class PostgresDemoIT extends DemoPromises {
    private final DemoServer server;

    PostgresDemoIT(DemoServer server) {
        super(server);
        this.server = server;
    }

    @Test
    void theServerGoesOnAfterAllItsConnectionsWereCut() throws SQLException {
        try (Connection connection = PostgresDemo.connect(server);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity"
                    + " where usename = current_user and pid <> pg_backend_pid()");
        }

        for (int call = 0; call < 30; call++) {
            assertThat(server.status("groupHr", "/api/v1/imports")).isEqualTo(200);
        }
        assertThat(server.anonymous("/health/ready").statusCode()).isEqualTo(200);
    }
}
