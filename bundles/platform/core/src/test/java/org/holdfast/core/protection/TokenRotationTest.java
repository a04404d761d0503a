package org.holdfast.core.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.holdfast.core.protection.KeySite.FIRST;
import static org.holdfast.core.protection.KeySite.SECOND;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.holdfast.api.protection.RootKind;
import org.holdfast.launcher.config.Setting;
import org.holdfast.launcher.keys.KeyRotation;
import org.holdfast.launcher.keys.KeyRotation.State;
import org.holdfast.launcher.keys.KeyStoreContent;
import org.holdfast.launcher.text.Message;
import org.holdfast.testkit.protection.SoftToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server promises whose root key is in a PKCS#11 token, kept against SoftHSM. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class TokenRotationTest {
    private static final int ENOUGH = 100;

    @TempDir
    Path home;

    private DataSource store;
    private KeySite site;
    private Path library;
    private Path pin;
    private Map<Setting, String> token;

    @BeforeEach
    void begin() throws IOException {
        SoftToken soft = SoftToken.ofThisProcess();
        library = Files.createSymbolicLink(home.resolve("library.so"), soft.library());
        pin = Files.writeString(home.resolve("pin"), SoftToken.PIN + "\n");
        Files.setPosixFilePermissions(pin, PosixFilePermissions.fromString("rw-------"));
        token = Map.of(
                Setting.KEY_ROOT,
                "pkcs11",
                Setting.TOKEN_LIBRARY,
                library.toString(),
                Setting.TOKEN_SLOT,
                soft.slot(),
                Setting.TOKEN_PIN_FILE,
                pin.toString(),
                Setting.TOKEN_KEY_LABEL,
                "test-" + UUID.randomUUID());
        store = KeySite.migrated(KeySite.inMemory());
        site = new KeySite(home.resolve("first"), store);
    }

    @AfterEach
    void end() {
        // A log-in is the whole process's.
        site.ring.lock();
        site.close();
    }

    /** Thrown where the server is killed. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void theFirstStartMakesTheRootKeyInTheTokenAndNoFile() throws SQLException {
        started();

        assertThat(site.ring.kindOf(site.ring.roots().get(0))).contains(RootKind.PKCS11);
        assertThat(KeyStoreContent.read(store).root().orElseThrow().kind()).isEqualTo("pkcs11");
        assertThat(site.folder().resolve("root.p12")).doesNotExist();
        restart();
        assertThat(site.start()).isEmpty();
        site.everythingIsReadable();
    }

    @ParameterizedTest
    @CsvSource({"file, pkcs11", "pkcs11, pkcs11", "pkcs11, file"})
    void killedAfterAnyStepEverythingStaysReadableAndTheNextStartGoesOn(String from, String to) throws SQLException {
        int kills = 0;
        site.set(token);
        site.set(Map.of(Setting.KEY_ROOT, from));
        filled();
        while (killedAfter(to, kills + 1)) {
            kills++;
            restart();
            assertThat(site.start()).as("start after step %d", kills).isEmpty();
            site.everythingIsReadable();
            site.hire(FIRST);

            site.rotations(Runnable::run).resume();

            assertDone(to);
            restart();
            assertThat(site.start()).isEmpty();
            site.everythingIsReadable();
            restart();
            site.close();
            KeySite.empty(store);
            site = new KeySite(home.resolve("after-" + kills), store);
            site.set(token);
            site.set(Map.of(Setting.KEY_ROOT, from));
            filled();
        }
        assertDone(to);
        assertThat(kills).isBetween(4, ENOUGH);
    }

    private boolean killedAfter(String to, int steps) {
        site.set(Map.of(Setting.KEY_ROOT, to));
        Rotation rotation = site.rotation(KeyRotation.ROOT, 2);
        KeyRotation begun = site.table.begin(KeyRotation.ROOT, rotation.total(), "account-1");
        Deque<Integer> left = new ArrayDeque<>();
        for (int i = 1; i < steps; i++) {
            left.add(i);
        }
        Throwable ended = catchThrowable(() -> rotation.run(begun, site.ring, () -> {
            site.everythingIsReadable();
            if (left.poll() == null) {
                throw new Killed();
            }
        }));
        if (ended != null) {
            assertThat(ended).isInstanceOf(Killed.class);
        }
        return ended != null;
    }

    private void assertDone(String to) throws SQLException {
        assertThat(site.table.last().orElseThrow().progress().state()).isEqualTo(State.DONE);
        assertThat(site.ring.roots()).hasSize(1);
        assertThat(KeyStoreContent.read(store).root().orElseThrow().kind())
                .isEqualTo(to.equals("file") ? "argon2id" : "pkcs11");
        assertThat(Files.exists(site.folder().resolve("root.p12"))).isEqualTo(to.equals("file"));
    }

    @Test
    void onceTheRootIsInTheTokenTheFormerFileIsPutAwayAndOpensNothing() throws IOException {
        site.set(token);
        site.set(Map.of(Setting.KEY_ROOT, "file"));
        filled();
        byte[] former = Files.readAllBytes(site.folder().resolve("root.p12"));
        String id = site.ring.roots().get(0);
        site.set(Map.of(Setting.KEY_ROOT, "pkcs11"));

        site.rotate(KeyRotation.ROOT);

        Path kept = site.folder().resolve("root.p12." + id.substring(0, 8) + ".former");
        assertThat(Files.readAllBytes(kept)).isEqualTo(former);
        restart();
        Files.move(pin, home.resolve("elsewhere"));
        Files.copy(kept, site.folder().resolve("root.p12"));
        assertThat(site.start().map(Message::key)).contains("sealed.pinAbsent");
    }

    @Test
    void withoutItsTokenTheServerIsSealedAndOpensWhenItComesBack() throws IOException {
        started();
        restart();
        Files.delete(library);

        assertThat(site.start().map(Message::key)).contains("sealed.tokenAbsent");
        assertThat(site.ring.roots()).isEmpty();

        Files.createSymbolicLink(library, SoftToken.ofThisProcess().library());
        assertThat(site.look()).isEmpty();
        site.everythingIsReadable();
    }

    @Test
    void aPinThatIsWrongAbsentOrOpenToOthersSealsTheServerAndSaysSo() throws IOException {
        started();
        restart();
        Files.writeString(pin, "0000\n");
        assertThat(site.start().map(Message::key)).contains("sealed.pinWrong");
        Files.writeString(pin, SoftToken.PIN + "\n");
        Files.setPosixFilePermissions(pin, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(site.look()).contains(Message.of("sealed.pinOpen", pin, "rw-r-----"));
        Files.delete(pin);
        assertThat(site.look().map(Message::key)).contains("sealed.pinAbsent");

        Files.writeString(pin, SoftToken.PIN);
        Files.setPosixFilePermissions(pin, PosixFilePermissions.fromString("rw-------"));
        assertThat(site.look()).isEmpty();
        site.everythingIsReadable();
    }

    @Test
    void aTokenOfOtherDataIsNamedAsSuchAndNothingIsMadeInIt() {
        started();
        restart();
        site.set(Map.of(Setting.TOKEN_KEY_LABEL, "another-" + UUID.randomUUID()));

        assertThat(site.start().map(Message::key)).contains("sealed.tokenForeign");
        site.set(Map.of(Setting.TOKEN_LIBRARY, ""));
        assertThat(site.start().map(Message::key)).contains("sealed.tokenUnnamed");

        site.set(token);
        assertThat(site.start()).isEmpty();
        site.everythingIsReadable();
    }

    @Test
    void aFirstStartWithoutTheTokenMakesNothingAndGoesOnWhenItIsThere() throws IOException {
        Files.delete(library);
        site.set(token);

        assertThat(site.start().map(Message::key)).contains("sealed.tokenAbsent");

        assertThat(site.table.count("SELECT COUNT(*) FROM root_key")).isZero();
        assertThat(site.folder()).isEmptyDirectory();
        Files.createSymbolicLink(library, SoftToken.ofThisProcess().library());
        assertThat(site.look()).isEmpty();
    }

    private void started() {
        site.set(token);
        filled();
    }

    private void filled() {
        assertThat(site.start()).isEmpty();
        layPassphrase();
        site.hire(FIRST);
        site.hire(FIRST);
        site.hire(SECOND);
    }

    /** The way back to a file needs a passphrase for it; it is asked for in the file that is there already. */
    private void layPassphrase() {
        Path passphrase = site.folder().resolve("passphrase");
        if (Files.exists(passphrase)) {
            return;
        }
        try {
            Files.writeString(passphrase, "correct horse battery staple\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends the process as far as the token is concerned: it forgets who was logged in. */
    private void restart() {
        site.ring.lock();
    }
}
