package org.holdfast.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.holdfast.launcher.start.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator names cipher suites by the codes of subsidiaries. */
class SuiteSettingsTest {
    @Test
    void withoutASettingEverythingIsOfTheStandardSuite() {
        SuiteSettings settings = SuiteSettings.of(Configuration.read(Path.of("nowhere"), Map.of(), Map.of()));

        assertThat(settings).isEqualTo(SuiteSettings.STANDARD);
        assertThat(settings.suite("SH01")).isEqualTo("AES-256-GCM");
        assertThat(settings.suites()).containsExactly("AES-256-GCM");
    }

    @Test
    void aNamedSubsidiaryHasItsSuiteAndTheOthersThatOfTheStar() {
        SuiteSettings settings = read("SH01=SM4-GCM,  上海=SM4-GCM , a=b=SM4-GCM, *=AES-256-GCM");

        assertThat(settings.suite("SH01")).isEqualTo("SM4-GCM");
        assertThat(settings.suite("上海")).isEqualTo("SM4-GCM");
        assertThat(settings.suite("a=b")).isEqualTo("SM4-GCM");
        assertThat(settings.suite("MUC")).isEqualTo("AES-256-GCM");
        assertThat(settings.suites()).containsExactly("AES-256-GCM", "SM4-GCM");
        assertThat(read("SH01=SM4-GCM").suite("MUC")).isEqualTo("AES-256-GCM");
        assertThat(read("*=SM4-GCM").suites()).containsExactly("SM4-GCM");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SM4-GCM", "SH01=", "=SM4-GCM", "SH01=sm4", "SH01=SM4-GCM,", "A=SM4-GCM, A=AES-256-GCM"})
    void whatCannotBeUnderstoodIsRefusedAndNamesTheSetting(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("holdfast.keys.suites")
                .hasMessageContaining("SH01=SM4-GCM");
    }

    private static SuiteSettings read(String text) {
        return SuiteSettings.of(Configuration.read(Path.of("nowhere"), Map.of(), Map.of("holdfast.keys.suites", text)));
    }
}
