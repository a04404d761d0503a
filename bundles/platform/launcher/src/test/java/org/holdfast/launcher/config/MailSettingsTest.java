package org.holdfast.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.holdfast.launcher.config.MailSettings.Security;
import org.holdfast.launcher.start.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailSettingsTest {
    private static final Map<String, String> RIGHT = Map.of(
            "holdfast.mail.host", "mail.firm.example",
            "holdfast.mail.from", "holdfast@firm.example",
            "holdfast.mail.console", "https://holdfast.firm.example");

    @TempDir
    Path home;

    @Test
    void withoutAHostThereIsNoMail() {
        assertThat(read(Map.of())).isEmpty();
    }

    @Test
    void mailIsEncryptedUnlessSomebodySaysOtherwise() {
        MailSettings settings = read(RIGHT).orElseThrow();

        assertThat(settings.server()).isEqualTo(new MailSettings.Server("mail.firm.example", 587, Security.STARTTLS));
        assertThat(settings.quiet().hold(20)).isTrue();
        assertThat(settings.quiet().hold(6)).isTrue();
        assertThat(settings.quiet().hold(7)).isFalse();
        assertThat(read(with("holdfast.mail.quiet-hours", ""))
                        .orElseThrow()
                        .quiet()
                        .hold(3))
                .isFalse();
    }

    @Test
    void thePasswordIsReadFromItsFileAndPrintedNowhere() throws IOException {
        Files.writeString(home.resolve("secret"), "of the relay\n");
        Map<String, String> options = with("holdfast.mail.user", "holdfast");
        options.put("holdfast.mail.password-file", "secret");
        MailSettings settings = read(options).orElseThrow();

        assertThat(settings.user().orElseThrow().password()).isEqualTo("of the relay");
        assertThat(settings.toString()).doesNotContain("of the relay");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "holdfast.mail.from|Holdfast <holdfast@firm.example>|failure.settingMailAddress",
                "holdfast.mail.security|ssl|failure.settingMailSecurity",
                "holdfast.mail.security|plain|failure.settingMailPlain",
                "holdfast.mail.quiet-hours|8pm|failure.settingQuietHours",
                "holdfast.mail.quiet-hours|7-24|failure.settingQuietHours",
                "holdfast.mail.user|holdfast|failure.settingMissing",
                "holdfast.mail.console|http://holdfast.firm.example|failure.settingHttps",
                "holdfast.mail.timeout-seconds|0|failure.settingNumber",
            })
    void whatIsWrongEndsTheStartAndIsNamed(String key, String value, String failure) {
        assertThatThrownBy(() -> read(with(key, value)))
                .isInstanceOfSatisfying(
                        StartFailure.class,
                        wrong -> assertThat(wrong.sentence().key()).isEqualTo(failure));
    }

    private static Map<String, String> with(String key, String value) {
        Map<String, String> options = new HashMap<>(RIGHT);
        options.put(key, value);
        return options;
    }

    private Optional<MailSettings> read(Map<String, String> options) {
        return MailSettings.of(Configuration.read(home, Map.of(), options));
    }
}
