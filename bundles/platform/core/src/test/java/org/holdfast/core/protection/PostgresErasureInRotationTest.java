package org.holdfast.core.protection;

import javax.sql.DataSource;
import org.holdfast.launcher.fixture.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresErasureInRotationTest extends ErasureInRotationContract {
    private static PostgresServer server;

    @BeforeAll
    static void start() {
        server = PostgresServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    DataSource freshDatabase() {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(server.freshDatabase());
        source.setUser(PostgresServer.USER);
        return source;
    }
}
