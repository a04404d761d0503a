package org.holdfast.core.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.holdfast.core.protection.KeySite.FIRST;
import static org.holdfast.core.protection.KeySite.SECOND;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.holdfast.api.HoldfastException;
import org.holdfast.launcher.keys.KeyRotation;
import org.holdfast.launcher.keys.KeyRotation.Progress;
import org.holdfast.launcher.keys.KeyRotation.State;
import org.holdfast.launcher.text.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a rotation of keys promises on every database. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
abstract class KeyRotationContract {
    private static final int ENOUGH = 100;
    private static final int HIRED = 100;

    @TempDir
    Path home;

    private DataSource store;
    private KeySite site;

    /** Returns an empty database. */
    abstract DataSource freshDatabase();

    @BeforeEach
    void begin() {
        store = KeySite.migrated(freshDatabase());
        site = site("first");
    }

    @AfterEach
    void end() {
        site.close();
    }

    /** Thrown where the server is killed. */
    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private KeySite site(String name) {
        KeySite made = new KeySite(home.resolve(name), store);
        assertThat(made.start()).isEmpty();
        for (int i = 0; i < 5; i++) {
            made.hire(FIRST);
        }
        for (int i = 0; i < 3; i++) {
            made.hire(SECOND);
        }
        return made;
    }

    @ParameterizedTest
    @ValueSource(strings = {KeyRotation.ROOT, KeyRotation.SUBSIDIARY})
    void killedAfterAnyStepEverythingStaysReadableAndTheNextStartGoesOn(String level) {
        int kills = 0;
        while (killedAfter(level, kills + 1)) {
            kills++;
            assertThat(site.start()).as("start after step %d", kills).isEmpty();
            site.everythingIsReadable();
            site.hire(FIRST);

            site.rotations(Runnable::run).resume();

            assertDone(level);
            site.everythingIsReadable();
            assertThat(site.start()).isEmpty();
            site.everythingIsReadable();
            site.close();
            KeySite.empty(store);
            site = site("after-" + kills);
        }
        assertThat(kills).isBetween(4, ENOUGH);
    }

    /** Rotates until a step, and tells whether there was one more. */
    private boolean killedAfter(String level, int steps) {
        Rotation rotation = site.rotation(level, 2);
        KeyRotation begun = site.table.begin(level, rotation.total(), "account-1");
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

    private void assertDone(String level) {
        KeyRotation last = site.table.last().orElseThrow();
        assertThat(last.level()).isEqualTo(level);
        assertThat(last.progress().state()).isEqualTo(State.DONE);
        assertThat(last.progress().done()).isEqualTo(last.progress().total());
        assertThat(site.ring.roots()).hasSize(1);
    }

    @Test
    void onceTheRootIsReplacedTheFormerFileOpensNothingAndIsKept() throws IOException {
        Path key = site.folder().resolve("root.p12");
        byte[] former = Files.readAllBytes(key);
        String id = site.ring.roots().get(0);

        site.rotate(KeyRotation.ROOT);

        assertThat(site.ring.roots()).hasSize(1).doesNotContain(id);
        assertThat(Files.readAllBytes(key)).isNotEqualTo(former);
        Path kept = site.folder().resolve("root.p12." + id.substring(0, 8) + ".former");
        assertThat(Files.readAllBytes(kept)).isEqualTo(former);
        assertThat(site.folder().resolve("root.p12.next")).doesNotExist();
        Files.write(key, former);
        assertThat(site.start().map(Message::key)).contains("sealed.keyFileForeign");
    }

    @Test
    void aPassphraseLaidBesideThePresentOneProtectsTheNewRootAndTakesItsPlace() throws IOException {
        Path passphrase = site.folder().resolve("passphrase");
        String former = Files.readString(passphrase);
        Files.writeString(site.folder().resolve("passphrase.next"), "a new one\n");

        site.rotate(KeyRotation.ROOT);

        assertThat(Files.readString(passphrase)).isEqualTo("a new one\n");
        assertThat(site.folder().resolve("passphrase.next")).doesNotExist();
        assertThat(site.start()).isEmpty();
        site.everythingIsReadable();
        Files.writeString(passphrase, former);
        assertThat(site.start().map(Message::key)).contains("sealed.passphraseWrong");
    }

    @Test
    void whatLiesBetweenTheTwoMovesOfFilesOpensToo() throws IOException {
        Files.writeString(site.folder().resolve("passphrase.next"), "a new one\n");
        String former = Files.readString(site.folder().resolve("passphrase"));
        site.rotate(KeyRotation.ROOT);

        // As a kill between the moves leaves it: the new key file in its place, the passphrase not yet.
        Files.move(site.folder().resolve("passphrase"), site.folder().resolve("passphrase.next"));
        Files.writeString(site.folder().resolve("passphrase"), former);

        assertThat(site.start()).isEmpty();
        site.everythingIsReadable();
    }

    @Test
    void withoutTheNewKeyFileTheServerIsSealedAndSaysWhichIsMissing() throws IOException {
        killedAfter(KeyRotation.ROOT, 3);
        Path next = site.folder().resolve("root.p12.next");
        Path away = Files.move(next, home.resolve("away"));

        assertThat(site.start()).contains(Message.of("sealed.nextKeyFileAbsent", next.getFileName()));
        assertThat(site.ring.roots()).isEmpty();

        Files.move(away, next);
        assertThat(site.look()).isEmpty();
        site.everythingIsReadable();
    }

    @Test
    void aFileThatDoesNotOpenInThePlaceOfTheNewOneStopsTheRotationBeforeAnythingIsWrapped() throws IOException {
        Path next = site.folder().resolve("root.p12.next");
        Files.writeString(next, "no key file");

        site.rotations(Runnable::run).begin(KeyRotation.ROOT, "account-1");

        KeyRotation stopped = site.table.last().orElseThrow();
        assertThat(stopped.progress()).isEqualTo(new Progress(State.INTERRUPTED, 2, 0));
        assertThat(stopped.end().failure()).isEqualTo("NEXT_KEY_FILE_CLOSED");
        site.everythingIsReadable();
        Files.delete(next);
        site.rotate(KeyRotation.ROOT);
        site.everythingIsReadable();
        assertThat(site.table.last().orElseThrow().id()).isEqualTo(stopped.id());
    }

    @Test
    void theKeyThatWrappedPeopleBeforeIsGoneAfterTheNextRotation() {
        site.rotate(KeyRotation.SUBSIDIARY);
        site.rotate(KeyRotation.ROOT);
        site.rotate(KeyRotation.SUBSIDIARY);

        assertThat(site.table.count("SELECT COUNT(*) FROM wrapping_key")).isEqualTo(2);
        assertThat(site.table.count(
                        "SELECT COUNT(*) FROM wrapped_key WHERE owner_id <> subsidiary_id AND parent_id IS NULL"))
                .isZero();
        assertThat(site.start()).isEmpty();
        site.hire(SECOND);
        site.everythingIsReadable();
        assertThat(site.table.last().orElseThrow().turn()).isEqualTo(3);
    }

    @Test
    void thereIsOneRotationAtOnceAndOneThatStoppedGoesOnWhenAskedForAgain() {
        Deque<Runnable> waiting = new ArrayDeque<>();
        KeyRotations rotations = site.rotations(waiting::add);
        UUID first =
                rotations.begin(KeyRotation.ROOT, "account-1").orElseThrow().id();

        for (String level : List.of(KeyRotation.ROOT, KeyRotation.SUBSIDIARY)) {
            assertThatThrownBy(() -> rotations.begin(level, "account-2"))
                    .isInstanceOfSatisfying(
                            HoldfastException.class,
                            e -> assertThat(e.code()).isEqualTo(KeysError.ROTATION_UNFINISHED));
        }
        rotations.resume();
        assertThat(waiting).hasSize(1);
        site.ring.lock();
        waiting.remove().run();

        assertThat(site.table.last().orElseThrow().end().failure()).isEqualTo("KEY_RING_SEALED");
        assertThat(site.look()).isEmpty();
        assertThatThrownBy(() -> rotations.begin(KeyRotation.SUBSIDIARY, "account-2"))
                .isInstanceOf(HoldfastException.class);
        assertThat(rotations.begin(KeyRotation.ROOT, "account-2").orElseThrow().id())
                .isEqualTo(first);
        waiting.remove().run();
        assertDone(KeyRotation.ROOT);
        assertThat(rotations.begin("person", "account-2")).isEmpty();
        site.everythingIsReadable();
    }

    @Test
    void whoReadsAndHiresWhileKeysAreReplacedNoticesNothing() throws InterruptedException, ExecutionException {
        AtomicBoolean ended = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            Callable<Integer> reading = until(ended, site::everythingIsReadable);
            // So many and no more: each rotation has to come to its end.
            List<UUID> hired = Stream.generate(UUID::randomUUID).limit(HIRED).toList();
            AtomicInteger next = new AtomicInteger();
            Callable<Integer> hiring =
                    until(ended, () -> site.vault.prepare(FIRST, List.of(hired.get(next.getAndIncrement() % HIRED))));
            List<Future<Integer>> busy =
                    Stream.of(reading, reading, hiring).map(pool::submit).toList();
            for (int i = 0; i < 5; i++) {
                site.rotate(KeyRotation.ROOT);
                site.rotate(KeyRotation.SUBSIDIARY);
            }
            ended.set(true);
            for (Future<Integer> one : busy) {
                assertThat(one.get()).isPositive();
            }
        } finally {
            ended.set(true);
            pool.shutdownNow();
        }
        assertThat(site.start()).isEmpty();
        site.everythingIsReadable();
    }

    /** Does something again and again, at least once, and counts how often. */
    private static Callable<Integer> until(AtomicBoolean ended, Runnable work) {
        return () -> {
            int rounds = 0;
            do {
                work.run();
                rounds++;
            } while (!ended.get());
            return rounds;
        };
    }
}
