package org.holdfast.launcher.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReaderLanguageTest {

    @Test
    void theVariableOfTheProductCountsBeforeThoseOfTheSystem() {
        Map<String, String> environment =
                Map.of("HOLDFAST_LANG", "zh", "LC_ALL", "de_DE.UTF-8", "LC_MESSAGES", "fr_FR", "LANG", "en_US.UTF-8");

        assertThat(ReaderLanguage.of(environment)).isEqualTo(Locale.CHINESE);
    }

    @Test
    void ofTheSystemsVariablesTheStrongestThatIsSetCounts() {
        assertThat(ReaderLanguage.of(Map.of("HOLDFAST_LANG", "", "LC_ALL", "zh_CN.UTF-8", "LANG", "en_US.UTF-8")))
                .isEqualTo(Locale.SIMPLIFIED_CHINESE);
        assertThat(ReaderLanguage.of(Map.of("LC_MESSAGES", "zh_TW", "LANG", "en_US.UTF-8")))
                .isEqualTo(Locale.TRADITIONAL_CHINESE);
        assertThat(ReaderLanguage.of(Map.of("LANG", "en_GB.UTF-8"))).isEqualTo(Locale.UK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "C.UTF-8", "POSIX", "", "  ", "../../etc/passwd", "%n{0}"})
    void whoNamesNoLanguageIsSpokenToInEnglish(String value) {
        assertThat(ReaderLanguage.of(Map.of("LANG", value))).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void aLanguageTheCommandLineDoesNotSpeakIsAnsweredInEnglish() {
        assertThat(Words.in(ReaderLanguage.of(Map.of("HOLDFAST_LANG", "fr"))).getLocale())
                .isEqualTo(Locale.ENGLISH);
    }
}
