package org.holdfast.launcher.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.config.Setting;
import org.holdfast.launcher.start.StartFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The root key comes back from what several people keep, and not from what fewer of them keep. */
@Tag("O20")
class RecoverySharesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-26T08:00:00Z"), ZoneOffset.UTC);
    private static final String PASSPHRASE = "正确 horse battery staple";

    @TempDir
    Path home;

    private final byte[] file = new byte[1_800];
    private Configuration configuration;
    private RecoveryShares shares;
    private Path key;
    private Path passphrase;
    private Path folder;

    @BeforeEach
    void begin() throws IOException {
        new Random(7).nextBytes(file);
        configuration = Configuration.read(home, Map.of(), Map.of());
        key = RootKey.file(configuration);
        passphrase = RootKey.passphraseFile(configuration);
        folder = home.resolve("shares");
        Files.createDirectories(key.getParent());
        Files.write(key, file);
        Files.writeString(passphrase, PASSPHRASE + "\n");
        shares = new RecoveryShares(configuration, CLOCK, this::opened);
    }

    /** Opens what was written at the beginning, and nothing else. */
    private Optional<String> opened(Configuration asked) {
        try {
            return Files.exists(key)
                            && Arrays.equals(Files.readAllBytes(key), file)
                            && Files.readString(passphrase).strip().equals(PASSPHRASE)
                    ? Optional.of("abcdef")
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 2", "3, 2", "5, 3", "20, 11"})
    void anyOfThemAsManyAsAreNeededBringKeyAndPassphraseBack(int of, int needed) throws IOException {
        List<Path> made = shares.make(of, needed, folder);
        Random dice = new Random(of);

        for (int round = 0; round < 10; round++) {
            lose();
            List<Path> some = new ArrayList<>(made);
            Collections.shuffle(some, dice);

            assertThat(shares.recover(some.subList(0, needed))).isEqualTo("abcdef");

            assertThat(key).hasBinaryContent(file);
            assertThat(Files.readString(passphrase).strip()).isEqualTo(PASSPHRASE);
        }
        for (Path secret : List.of(key, passphrase, made.get(0))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                    .as(secret.toString())
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void fewerThanAreNeededAreRefusedAndTheSameTwiceCountsOnce() throws IOException {
        List<Path> made = shares.make(5, 3, folder);
        lose();

        assertThatThrownBy(() -> shares.recover(List.of(made.get(0), made.get(1), made.get(0))))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("2 different shares are there, 3 are needed");
        assertThat(key).doesNotExist();
    }

    @Test
    void noShareHoldsAPieceOfTheKeyOrThePassphrase() throws IOException {
        for (Path share : shares.make(5, 3, folder)) {
            String part = new String(RecoveryShare.read(share).bytes(), StandardCharsets.ISO_8859_1);
            for (int at = 0; at + 8 <= file.length; at += 8) {
                assertThat(part).doesNotContain(new String(file, at, 8, StandardCharsets.ISO_8859_1));
            }
            assertThat(Files.readString(share)).doesNotContain("battery");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"set", "root", "share", "of", "needed", "part", "check"})
    void aMistakeInALineOfAShareIsFoundAndTheShareNamed(String line) throws IOException {
        List<Path> made = shares.make(3, 2, folder);
        lose();
        String text = Files.readString(made.get(1));
        int at = text.indexOf("\n" + line + "=") + line.length() + 2;
        char wrong = text.charAt(at) == '2' ? '3' : '2';
        Files.writeString(made.get(1), text.substring(0, at) + wrong + text.substring(at + 1));

        assertThatThrownBy(() -> shares.recover(made.subList(0, 2)))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("share-2-of-3.txt");
        assertThat(key).doesNotExist();
    }

    @Test
    void sharesOfTwoSetsAreNotMixed() throws IOException {
        List<Path> first = shares.make(3, 2, folder);
        List<Path> second = shares.make(3, 2, home.resolve("second"));
        lose();

        assertThatThrownBy(() -> shares.recover(List.of(first.get(0), second.get(1))))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("another set");
    }

    @Test
    void whatIsNoShareIsRefused() throws IOException {
        Path binary = Files.write(home.resolve("binary"), file);
        Path large = Files.write(home.resolve("large"), new byte[1 << 20]);

        for (Path none : List.of(binary, large, home.resolve("absent"), home)) {
            assertThatThrownBy(() -> shares.recover(List.of(none)))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining(none.toString());
        }
    }

    @Test
    void nothingThatIsThereIsOverwritten() throws IOException {
        List<Path> made = shares.make(3, 2, folder);
        assertThatThrownBy(() -> shares.make(3, 2, folder)).hasMessageContaining("is there already");

        Files.delete(passphrase);
        assertThat(shares.recover(made)).as("only the passphrase was lost").isEqualTo("abcdef");

        Files.write(key, new byte[] {1});
        assertThatThrownBy(() -> shares.recover(made)).hasMessageContaining("is another one");
        assertThat(key).hasBinaryContent(new byte[] {1});
    }

    /** An administrator may keep the passphrase in a folder of the system. */
    @Test
    void theRightsOfAFolderThatIsThereStayAsTheyAre() throws IOException {
        Path system = Files.createDirectory(home.resolve("system"));
        passphrase = Files.move(passphrase, system.resolve("passphrase"));
        Files.setPosixFilePermissions(system, PosixFilePermissions.fromString("rwxr-xr-x"));
        configuration =
                Configuration.read(home, Map.of(), Map.of(Setting.KEY_PASSPHRASE_FILE.key(), passphrase.toString()));
        shares = new RecoveryShares(configuration, CLOCK, this::opened);
        List<Path> made = shares.make(3, 2, folder);
        lose();

        shares.recover(made);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(system)))
                .isEqualTo("rwxr-xr-x");
    }

    @Test
    void aKeyThatDoesNotOpenOrIsBeingReplacedIsNotShared() throws IOException {
        Files.writeString(key.resolveSibling("root.p12.next"), "");
        assertThatThrownBy(() -> shares.make(3, 2, folder)).hasMessageContaining("just being replaced");
        Files.delete(key.resolveSibling("root.p12.next"));

        Files.writeString(passphrase, "another");
        assertThatThrownBy(() -> shares.make(3, 2, folder)).hasMessageContaining("does not open");

        assertThat(folder).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "21, 2", "3, 4", "3, 1"})
    void numbersThatMakeNoSenseAreRefused(int of, int needed) {
        assertThatThrownBy(() -> shares.make(of, needed, folder)).hasMessageContaining("--needed");
    }

    @Test
    void bothStandInTheAuditLogWithoutASecret() throws IOException {
        List<Path> made = shares.make(3, 2, folder);
        lose();
        shares.recover(made);

        String log = Files.readString(configuration.dataDirectory().resolve("audit/entries-000000000000.jsonl"));
        assertThat(log)
                .contains("\"key.shared\"", "\"key.recovered\"", "abcdef")
                .doesNotContain("battery");
    }

    private void lose() throws IOException {
        Files.delete(key);
        Files.delete(passphrase);
    }
}
