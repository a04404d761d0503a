package org.holdfast.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.holdfast.launcher.fixture.PostgresServer;

/** The demo on PostgreSQL 15, set up as docs/administer.md says, the same for all classes that ask for it. */
final class PostgresDemo extends SharedServer {
    /** A user without any right but to own its database. */
    private static final String USER = "holdfast";

    private static final String PASSWORD = "not: a=secret;";

    @Override
    Running start() throws IOException {
        PostgresServer postgres = PostgresServer.start();
        String address = postgres.freshDatabase();
        String name = address.substring(address.lastIndexOf('/') + 1);
        postgres.execute("CREATE ROLE " + USER + " LOGIN PASSWORD '" + PASSWORD + "'");
        postgres.execute("ALTER DATABASE " + name + " OWNER TO " + USER);
        Path data = Running.dataDirectory();
        Path password = Files.writeString(data.resolve("database-password"), PASSWORD);
        Map<String, String> settings = Map.of(
                "HOLDFAST_DATABASE_URL",
                address,
                "HOLDFAST_DATABASE_USER",
                USER,
                "HOLDFAST_DATABASE_PASSWORD_FILE",
                password.toString());
        return new Running(DemoServer.start(data, settings), postgres::close);
    }

    /** Connects to the database of a server, as the server does. */
    static Connection connect(DemoServer server) throws SQLException {
        return DriverManager.getConnection(server.setting("HOLDFAST_DATABASE_URL"), USER, PASSWORD);
    }
}
