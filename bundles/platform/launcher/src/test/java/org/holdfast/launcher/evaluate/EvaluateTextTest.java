package org.holdfast.launcher.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class EvaluateTextTest {

    private static Properties words(String language) throws IOException {
        Properties words = new Properties();
        try (InputStream in = EvaluateText.class.getResourceAsStream("/text/evaluate_" + language + ".properties")) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return words;
    }

    @Test
    void everyTextIsInEnglishAndChinese() throws IOException {
        assertThat(words("zh").keySet()).isEqualTo(words("en").keySet());
    }

    @Test
    void languagesWeDoNotSpeakAreAnsweredInEnglish() {
        assertThat(new EvaluateText(Locale.FRENCH).get("metric.accuracy")).isEqualTo("Accuracy at 0.5");
        assertThat(new EvaluateText(Locale.TRADITIONAL_CHINESE).get("algorithm.randomForest"))
                .isEqualTo("随机森林");
    }
}
