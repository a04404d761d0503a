package org.holdfast.core.surveys;

import org.holdfast.core.fixture.LocalDatabase;
import org.junit.jupiter.api.AfterEach;

class EmbeddedSurveyRaceTest extends SurveyRaceContract {
    private final LocalDatabase database = LocalDatabase.fresh();

    @AfterEach
    void close() {
        database.close();
    }

    @Override
    LocalDatabase database() {
        return database;
    }
}
