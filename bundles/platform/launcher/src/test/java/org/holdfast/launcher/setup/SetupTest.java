package org.holdfast.launcher.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.Setting;
import org.holdfast.launcher.start.StartFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SetupTest {
    private static final Path SHIPPED = Path.of("../../../config/holdfast.properties");

    @TempDir
    Path home;

    private Path file;

    @BeforeEach
    void lay() throws IOException {
        file = Files.createDirectories(home.resolve("config")).resolve("holdfast.properties");
        Files.copy(SHIPPED, file);
    }

    @Test
    void answersLandInTheShippedFileAndEveryCommentStays() throws IOException {
        Map<Setting, String> answers =
                Map.of(Setting.HTTP_PORT, "8081", Setting.KEY_PASSPHRASE_FILE, "C:\\secrets\\passphrase");

        setup(answers).run(false);

        Configuration now = Configuration.read(home, Map.of(), Map.of());
        assertThat(now.text(Setting.HTTP_PORT)).isEqualTo("8081");
        assertThat(now.text(Setting.KEY_PASSPHRASE_FILE)).isEqualTo("C:\\secrets\\passphrase");
        assertThat(Files.readAllLines(file))
                .hasSameSizeAs(Files.readAllLines(SHIPPED))
                .contains("holdfast.http.port=8081");
        assertThat(Files.readAllLines(SHIPPED).stream().filter(line -> line.startsWith("# ")))
                .allMatch(Files.readAllLines(file)::contains);
    }

    @Test
    void askingAgainShowsWhatIsSetAndAnEmptyAnswerTakesItOut() throws IOException {
        setup(Map.of(Setting.HTTP_PORT, "8081")).run(false);

        Setup second = new Setup(
                home,
                (setting, proposal) -> {
                    if (setting == Setting.HTTP_PORT) {
                        assertThat(proposal).isEqualTo("8081");
                        return Optional.of("8082");
                    }
                    return setting == Setting.DATA_DIRECTORY ? Optional.of("") : Optional.empty();
                },
                Clock.systemUTC());
        second.run(false);

        assertThat(Files.readAllLines(file)).contains("holdfast.http.port=8082", "#holdfast.data.dir=");
    }

    @Test
    void anInstallationWithDataIsLeftAloneUnlessForced() throws IOException {
        Files.createDirectories(home.resolve("data").resolve("database"));
        Setup setup = setup(Map.of(Setting.HTTP_PORT, "8081"));

        assertThatThrownBy(() -> setup.run(false))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("--force");
        assertThat(file).hasSameTextualContentAs(SHIPPED);
        setup.run(true);

        assertThat(Files.readAllLines(file)).contains("holdfast.http.port=8081");
    }

    @Test
    void aDatabaseThatDoesNotAnswerAndAPortThatIsNoneChangeNothing() {
        Setup silent = setup(Map.of(Setting.DATABASE_URL, "jdbc:postgresql://127.0.0.1:1/holdfast"));
        Setup wrong = setup(Map.of(Setting.HTTP_PORT, "http"));

        assertThatThrownBy(() -> silent.run(false))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("does not answer");
        assertThatThrownBy(() -> wrong.run(false))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("65535");
        assertThat(file).hasSameTextualContentAs(SHIPPED);
    }

    @Test
    void whereTheRootKeyGoesIntoTheTokenThatIsTriedBeforeAnythingIsWritten() throws IOException {
        Map<Setting, String> answers = Map.of(
                Setting.KEY_ROOT, "pkcs11",
                Setting.TOKEN_LIBRARY, "/usr/lib/vendor.so",
                Setting.TOKEN_SLOT, "3",
                Setting.KEY_PASSPHRASE_FILE, "/nobody/asks/for/it");
        Answers answering = (setting, proposal) -> Optional.ofNullable(answers.get(setting));
        Setup refused = new Setup(home, answering, configuration -> {
            assertThat(configuration.text(Setting.TOKEN_SLOT)).isEqualTo("3");
            throw new StartFailure("failure.setupToken", "The token is absent.", "/usr/lib/vendor.so");
        });

        assertThatThrownBy(() -> refused.run(false))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("The token is absent.");
        assertThat(file).hasSameTextualContentAs(SHIPPED);

        new Setup(home, answering, configuration -> {}).run(false);
        assertThat(Files.readAllLines(file))
                .contains(
                        "holdfast.keys.root=pkcs11",
                        "holdfast.keys.token.library=/usr/lib/vendor.so",
                        "holdfast.keys.token.slot=3",
                        "#holdfast.keys.passphrase-file=");
    }

    @Test
    void aPlaceForTheRootKeyThatIsNoneAndTokensWithoutLibraryAreSaid() {
        Setup nowhere = setup(Map.of(Setting.KEY_ROOT, "cloud"));
        Setup unnamed = setup(Map.of(Setting.KEY_ROOT, "pkcs11"));

        assertThatThrownBy(() -> nowhere.run(false))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("Write file or pkcs11");
        assertThatThrownBy(() -> unnamed.run(false))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("holdfast.keys.token.library");
        assertThat(file).hasSameTextualContentAs(SHIPPED);
    }

    private Setup setup(Map<Setting, String> answers) {
        return new Setup(home, (setting, proposal) -> Optional.ofNullable(answers.get(setting)), Clock.systemUTC());
    }
}
