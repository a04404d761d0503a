package org.holdfast.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The same on PostgreSQL, where the keys lie in a schema of their own. */
@ExtendWith(PostgresDemo.class)
class PostgresErasureIT extends ErasurePromises {

    PostgresErasureIT(DemoServer server) {
        super(server);
    }

    @Test
    @Tag("O14")
    void whoIsErasedIsGoneWithTheKey() throws Exception {
        whoIsErasedIsGone(new Around() {
            private UUID person = new UUID(0, 0);

            @Override
            public void before() throws SQLException {
                person = UUID.fromString(server.id("GONE-1"));
                assertThat(keys(person)).isEqualTo(1);
            }

            @Override
            public void after() throws SQLException {
                assertThat(keys(person)).isZero();
            }
        });
    }

    private int keys(UUID owner) throws SQLException {
        try (Connection connection = PostgresDemo.connect(server);
                PreparedStatement count = connection.prepareStatement(
                        "select count(*) from holdfast_keys.wrapped_key where owner_id = ?")) {
            count.setObject(1, owner);
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
