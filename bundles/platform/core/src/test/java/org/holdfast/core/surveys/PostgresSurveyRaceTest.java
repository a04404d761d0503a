package org.holdfast.core.surveys;

import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.launcher.fixture.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class PostgresSurveyRaceTest extends SurveyRaceContract {
    private static PostgresServer server;
    private static LocalDatabase database;

    @BeforeAll
    static void start() {
        server = PostgresServer.start();
        database = LocalDatabase.at(server.freshDatabase(), PostgresServer.USER);
    }

    @AfterAll
    static void stop() {
        database.close();
        server.close();
    }

    @Override
    LocalDatabase database() {
        return database;
    }
}
