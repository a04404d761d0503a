package org.holdfast.core.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.holdfast.launcher.fixture.PostgresServer;
import org.junit.jupiter.api.Test;

/** Rows of wanted ids are found once each, on both databases. */
class WantedIdsTest {
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(2, 2);
    private static final UUID ABSENT = new UUID(9, 9);

    @Test
    void theEmbeddedDatabaseFindsEachOnce() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:" + UUID.randomUUID(), "sa", "")) {
            findsEachOnce(connection);
        }
    }

    @Test
    void postgresFindsEachOnce() throws SQLException {
        try (PostgresServer server = PostgresServer.start();
                Connection connection = DriverManager.getConnection(server.freshDatabase(), PostgresServer.USER, "")) {
            findsEachOnce(connection);
        }
    }

    private static void findsEachOnce(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table thing (id uuid, name varchar(9))");
            statement.execute("insert into thing values ('" + FIRST + "', 'first'), ('" + SECOND + "', 'second')");
        }

        assertThat(names(connection, List.of(SECOND, ABSENT, SECOND))).containsExactly("second");
        assertThat(names(connection, List.of(FIRST, SECOND))).containsExactlyInAnyOrder("first", "second");
        assertThat(names(connection, List.of(ABSENT))).isEmpty();
        assertThat(names(connection, List.of())).isEmpty();
    }

    private static List<String> names(Connection connection, Collection<UUID> ids) throws SQLException {
        String sql = "select name from " + WantedIds.join("thing", "id");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            WantedIds.bind(statement, 1, ids);
            List<String> names = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    names.add(row.getString(1));
                }
            }
            return names;
        }
    }
}
