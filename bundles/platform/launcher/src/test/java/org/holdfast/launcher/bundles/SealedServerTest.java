package org.holdfast.launcher.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.launcher.bundles.TestHost.SOON;
import static org.holdfast.launcher.bundles.TestHost.awaits;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.KeyRingState.Status;
import org.holdfast.launcher.config.Configuration;
import org.holdfast.launcher.database.DatabaseAddress;
import org.holdfast.launcher.database.Migration;
import org.holdfast.launcher.keys.KeyStoreAccess;
import org.holdfast.launcher.keys.RootKey;
import org.holdfast.launcher.keys.RootKeyWatch;
import org.holdfast.launcher.registry.Provided;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose key ring is gone opens by itself when what was missing is put back. */
class SealedServerTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-02T08:00:00Z"), ZoneOffset.UTC);

    /** A ring that opens with what it was created with, and counts in its suite how often it was tried. */
    private static final String RING = """
            package acme;
            import java.io.IOException;
            import java.nio.file.Files;
            import java.nio.file.Path;
            import java.util.List;
            import java.util.Optional;
            import org.holdfast.api.protection.KeyPath;
            import org.holdfast.api.protection.KeyRing;
            import org.holdfast.api.protection.KeyRingState;
            import org.holdfast.api.protection.KeyRingState.Status;
            import org.holdfast.api.protection.RecordIdentity;
            import org.holdfast.api.protection.WrappedKey;
            import org.osgi.service.component.annotations.Component;
            @Component
            public class Ring implements KeyRing {
                private volatile KeyRingState state = new KeyRingState(Status.ABSENT, "nothing was tried yet");
                private volatile int tries;
                @Override public String suite() { return "tries " + tries; }
                @Override public KeyRingState state() { return state; }
                @Override public String create(Path file, char[] passphrase) {
                    try { Files.writeString(file, new String(passphrase)); }
                    catch (IOException e) { throw new IllegalArgumentException(e); }
                    state = new KeyRingState(Status.OPEN, "");
                    return "root";
                }
                @Override public KeyRingState unlock(Path file, char[] passphrase) {
                    tries++;
                    try {
                        boolean fits = Files.readString(file).equals(new String(passphrase));
                        state = new KeyRingState(fits ? Status.OPEN : Status.LOCKED, fits ? "" : "wrong passphrase");
                    } catch (IOException e) {
                        state = new KeyRingState(Status.DAMAGED, "unreadable");
                    }
                    return state;
                }
                @Override public void lock() { state = new KeyRingState(Status.LOCKED, "locked"); }
                @Override public void forget(WrappedKey personKey) {}
                @Override public WrappedKey newSubsidiaryKey(String id) { throw new IllegalArgumentException(); }
                @Override public WrappedKey newPersonKey(WrappedKey key, String id) {
                    throw new IllegalArgumentException();
                }
                @Override public byte[] seal(KeyPath keys, RecordIdentity identity, byte[] bytes) { return bytes; }
                @Override public byte[] open(KeyPath keys, RecordIdentity identity, byte[] bytes) { return bytes; }
                @Override public String blindIndex(WrappedKey key, String column, String value) { return value; }
                @Override public List<String> roots() {
                    return state.status() == Status.OPEN ? List.of("root") : List.of();
                }
                @Override public String createNext(Path file, char[] passphrase) {
                    throw new IllegalArgumentException();
                }
                @Override public KeyRingState unlockNext(Path file, char[] passphrase) { return state; }
                @Override public void forgetFormer() {}
                @Override public Optional<String> rootOf(WrappedKey key) { return Optional.empty(); }
                @Override public WrappedKey rewrapSubsidiaryKey(WrappedKey key) { return key; }
                @Override public WrappedKey rewrapPersonKey(WrappedKey from, WrappedKey to, WrappedKey key) {
                    return key;
                }
            }
            """;

    @TempDir
    Path home;

    private RootKey root;
    private Path passphrase;

    @BeforeEach
    void installed() throws IOException {
        Configuration configuration = Configuration.read(home, Map.of(), Map.of());
        Path keys = Files.createDirectories(configuration.dataDirectory().resolve("keys"));
        passphrase = keys.resolve("passphrase");
        DatabaseAddress address = DatabaseAddress.keys(configuration);
        new Migration(address, "db/keys.xml").run();
        DataSource store = KeyStoreAccess.of(address);
        root = new RootKey(configuration, store, CLOCK);
        Files.createDirectories(TestHost.folder(home));
        ring().writeTo(TestHost.folder(home).resolve("ring.jar"));
    }

    @Test
    void aProtectionBundleThatComesBackIsUnlockedWithoutARestart() throws IOException {
        try (TestHost host = TestHost.inDemo(home);
                RootKeyWatch watch = new RootKeyWatch(root, host.registry())) {
            assertThat(root.unlock(host.registry())).isEmpty();
            watch.begin();

            host.delete("ring.jar");
            awaits(SOON, () -> rings(host).isEmpty());
            host.drop(ring(), "ring.jar");

            awaits(SOON, () -> status(host) == Status.OPEN);
        }
    }

    @Test
    void aPassphraseFileThatIsPutBackOpensTheRingAndAWrongOneIsTriedOnce() throws IOException {
        try (TestHost host = TestHost.inDemo(home);
                RootKeyWatch watch = new RootKeyWatch(root, host.registry())) {
            assertThat(root.unlock(host.registry())).isEmpty();
            String right = Files.readString(passphrase);
            Files.delete(passphrase);
            rings(host).get(0).service().lock();
            watch.begin();

            Files.writeString(passphrase, "not the one");
            awaits(SOON, () -> tries(host).equals("tries 1"));
            Files.writeString(passphrase, "not this one either");
            awaits(SOON, () -> tries(host).equals("tries 2"));
            Files.writeString(passphrase, right);
            awaits(SOON, () -> status(host) == Status.OPEN);

            assertThat(tries(host)).isEqualTo("tries 3");
        }
    }

    private static TestBundle ring() {
        return TestBundle.named("holdfast-protection-test").source("acme.Ring", RING);
    }

    private static List<Provided<KeyRing>> rings(TestHost host) {
        return host.registry().all(KeyRing.class);
    }

    private static Status status(TestHost host) {
        return rings(host).isEmpty()
                ? Status.ABSENT
                : rings(host).get(0).service().state().status();
    }

    private static String tries(TestHost host) {
        return rings(host).get(0).service().suite();
    }
}
