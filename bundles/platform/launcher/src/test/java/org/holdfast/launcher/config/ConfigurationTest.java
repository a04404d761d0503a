package org.holdfast.launcher.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.holdfast.launcher.start.StartFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {
    @TempDir
    Path home;

    @Test
    void defaultsHoldWhereNothingIsSet() {
        Configuration configuration = read(Map.of(), Map.of());

        assertThat(configuration.number(Setting.HTTP_PORT, 1, 65_535)).isEqualTo(8080);
        assertThat(configuration.text(Setting.HTTP_HOST)).isEqualTo("127.0.0.1");
        assertThat(configuration.dataDirectory()).isEqualTo(home.resolve("data").toAbsolutePath());
        assertThat(configuration.secret(Setting.DATABASE_PASSWORD_FILE)).isEmpty();
    }

    @Test
    void theEnvironmentOverridesTheFileAndAnOptionOverridesBoth() throws IOException {
        write("holdfast.http.port=8081\nholdfast.http.host=0.0.0.0\nholdfast.data.dir=\n");
        Map<String, String> environment =
                Map.of("HOLDFAST_HTTP_PORT", "8082", "HOLDFAST_DATA_DIR", "elsewhere", "HOLDFAST_HTTP_HOST", " ");

        Configuration configuration = read(environment, Map.of());

        assertThat(configuration.number(Setting.HTTP_PORT, 1, 65_535)).isEqualTo(8082);
        assertThat(configuration.text(Setting.HTTP_HOST)).isEqualTo("0.0.0.0");
        assertThat(configuration.dataDirectory())
                .isEqualTo(home.resolve("elsewhere").toAbsolutePath());
        assertThat(read(environment, Map.of("holdfast.http.port", "8083")).text(Setting.HTTP_PORT))
                .isEqualTo("8083");
    }

    @Test
    void everySettingHasItsOwnEnvironmentVariable() {
        assertThat(Arrays.stream(Setting.values())
                        .map(setting -> setting.key()
                                .replace('.', '_')
                                .replace('-', '_')
                                .toUpperCase(Locale.ROOT)))
                .doesNotHaveDuplicates();
        assertThat(read(Map.of("HOLDFAST_DATABASE_PASSWORD_FILE", "secret"), Map.of())
                        .path(Setting.DATABASE_PASSWORD_FILE))
                .contains(home.resolve("secret").toAbsolutePath());
    }

    @Test
    void anUnknownKeyIsRefusedByName() throws IOException {
        write("holdfast.http.prot=8081\n");

        assertThatThrownBy(() -> read(Map.of(), Map.of()))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("unknown keys: holdfast.http.prot");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eighty", "0", "65536", "80.5", "-1", "99999999999"})
    void aPortThatIsNoneIsRefusedWithItsRange(String port) {
        Configuration configuration = read(Map.of("HOLDFAST_HTTP_PORT", port), Map.of());

        assertThatThrownBy(() -> configuration.number(Setting.HTTP_PORT, 1, 65_535))
                .isInstanceOf(StartFailure.class)
                .hasMessage("The setting holdfast.http.port is \"" + port
                        + "\". It must be a whole number from 1 to 65535.");
    }

    @Test
    void aFileThatIsNotUtfEightIsRefused() throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.write(
                home.resolve("config").resolve("holdfast.properties"),
                new byte[] {(byte) 0xc3, (byte) 0x28, (byte) 0xff});

        assertThatThrownBy(() -> read(Map.of(), Map.of())).hasMessageContaining("cannot be read");
    }

    @Test
    void aSecretIsTheFirstLineOfItsFileAndAnAbsentFileIsNamed() throws IOException {
        Files.writeString(home.resolve("secret"), "open sesame\nsecond line\n");
        Map<String, String> present = Map.of("HOLDFAST_DATABASE_PASSWORD_FILE", "secret");
        Map<String, String> absent = Map.of("HOLDFAST_DATABASE_PASSWORD_FILE", "nowhere");

        assertThat(read(present, Map.of()).secret(Setting.DATABASE_PASSWORD_FILE))
                .contains("open sesame");
        assertThatThrownBy(() -> read(absent, Map.of()).secret(Setting.DATABASE_PASSWORD_FILE))
                .hasMessageContaining("nowhere")
                .hasMessageContaining("holdfast.database.password-file");
    }

    @Test
    void theShippedFileDescribesEverySettingAndNoOther() throws IOException {
        String shipped = Files.readString(Path.of("../../../config/holdfast.properties"));

        for (Setting setting : Setting.values()) {
            assertThat(shipped).contains(setting.key());
        }
        write(shipped);
        assertThat(read(Map.of(), Map.of()).home()).isEqualTo(home.toAbsolutePath());
    }

    private Configuration read(Map<String, String> environment, Map<String, String> options) {
        return Configuration.read(home, environment, options);
    }

    private void write(String content) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config").resolve("holdfast.properties"), content, StandardCharsets.UTF_8);
    }
}
