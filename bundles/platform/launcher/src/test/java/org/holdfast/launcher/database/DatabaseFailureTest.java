package org.holdfast.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseFailureTest {
    private static final DatabaseAddress ADDRESS = new DatabaseAddress("jdbc:postgresql://db/holdfast", "user", "pass");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            53100 | The disk of the database is full.
            90031 | The disk of the database is full.
            28P01 | The database refused the user name or password.
            90020 | The embedded database is open in another process.
            90048 | The embedded database file is of another version of H2.
            """)
    void whatADriverSaysBecomesASentence(String state, String sentence) {
        assertThat(DatabaseFailure.of(ADDRESS, new SQLException("driver's words", state)))
                .hasMessageStartingWith(sentence)
                .hasMessageNotContaining("driver's words");
    }

    @Test
    void anUnknownStateIsNamed() {
        assertThat(DatabaseFailure.of(ADDRESS, new SQLException("driver's words", "XX000")))
                .hasMessageContaining("XX000")
                .hasMessageContaining("log");
        assertThat(DatabaseFailure.of(ADDRESS, new SQLException("no state"))).hasMessageContaining("cannot be opened");
    }
}
