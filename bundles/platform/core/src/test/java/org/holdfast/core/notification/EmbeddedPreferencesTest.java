package org.holdfast.core.notification;

import org.holdfast.core.fixture.LocalDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EmbeddedPreferencesTest extends PreferencesContract {
    private static LocalDatabase database;

    @BeforeAll
    static void start() {
        database = LocalDatabase.fresh();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Override
    LocalDatabase database() {
        return database;
    }
}
