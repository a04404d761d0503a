package org.holdfast.core.protection.erasure;

import org.holdfast.core.fixture.LocalDatabase;
import org.junit.jupiter.api.AfterEach;

class StatutoryRecordsTest extends StatutoryRecordsContract {
    private final LocalDatabase database = LocalDatabase.fresh();

    @AfterEach
    void end() {
        database.close();
    }

    @Override
    LocalDatabase database() {
        return database;
    }
}
