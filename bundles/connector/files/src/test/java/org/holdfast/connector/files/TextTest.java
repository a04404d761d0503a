package org.holdfast.connector.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.holdfast.api.connector.TableError;
import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void everyErrorAndProblemHasWordsInBothLanguages() throws IOException {
        Properties english = texts("en");
        Properties chinese = texts("zh");

        assertThat(english.keySet()).isEqualTo(chinese.keySet());
        for (TableError error : TableError.values()) {
            assertThat(english).containsKey("table.error." + error.name());
        }
        assertThat(english)
                .containsKeys(
                        "table.problem.tooManyCells",
                        "table.problem.cellTooLong",
                        "table.problem.controlCharacter",
                        "table.problem.formula",
                        "table.problem.unreadableCell");
    }

    private static Properties texts(String language) throws IOException {
        String name = "/text/files_" + language + ".properties";
        try (InputStream bytes = Objects.requireNonNull(TextTest.class.getResourceAsStream(name), name);
                Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            Properties texts = new Properties();
            texts.load(reader);
            return texts;
        }
    }
}
