package org.holdfast.testkit.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.protection.CipherSuite;
import org.holdfast.api.protection.KeyPath;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.KeyRingSealedException;
import org.holdfast.api.protection.KeyRingState.Status;
import org.holdfast.api.protection.ProtectionError;
import org.holdfast.api.protection.RecordIdentity;
import org.holdfast.api.protection.TamperedRecordException;
import org.holdfast.api.protection.WrappedKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promises of a key ring. A bundle's test extends this class and gives it new rings. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
public abstract class KeyRingContract {
    private static final RecordIdentity IDENTITY = new RecordIdentity("employee", "profile", "3f8e", "subject-1", 1);
    private static final byte[] PLAIN = "plain words to be sealed".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private KeyRing ring;
    private WrappedKey subsidiary;
    private WrappedKey person;
    private KeyPath keys;

    /** For subclasses. */
    protected KeyRingContract() {}

    /**
     * Makes a ring without a root key.
     *
     * @return a new ring
     */
    protected abstract KeyRing newKeyRing();

    /**
     * Names the cipher suite that the subsidiaries are of. A ring of {@link #newKeyRing} has to find it.
     *
     * @return the suite
     */
    protected String suite() {
        return CipherSuite.STANDARD;
    }

    @BeforeEach
    final void createRing() {
        ring = newKeyRing();
        ring.create(file(), passphrase());
        subsidiary = ring.newSubsidiaryKey("subsidiary-1", suite());
        person = ring.newPersonKey(subsidiary, "subject-1");
        keys = KeyPath.ofPerson(subsidiary, person);
    }

    @Test
    final void aNewRingIsAbsentAndSaysWhy() {
        KeyRing fresh = newKeyRing();

        assertThat(fresh.state().status()).isEqualTo(Status.ABSENT);
        assertThat(fresh.state().reason()).isNotBlank();
    }

    @Test
    final void whatIsSealedOpensUnchanged() {
        for (int length : new int[] {0, 1, 15, 16, 17, 100, 70_000}) {
            byte[] plain = new byte[length];
            Arrays.fill(plain, (byte) length);

            assertThat(ring.open(keys, IDENTITY, ring.seal(keys, IDENTITY, plain)))
                    .isEqualTo(plain);
        }
    }

    @Test
    final void whatBelongsToNoPersonIsSealedUnderTheSubsidiary() {
        KeyPath path = KeyPath.ofSubsidiary(subsidiary);

        byte[] sealed = ring.seal(path, IDENTITY, PLAIN);

        assertThat(ring.open(path, IDENTITY, sealed)).isEqualTo(PLAIN);
        assertTampered(() -> ring.open(keys, IDENTITY, sealed));
    }

    @Test
    final void sealingTwiceGivesDifferentBytesWithoutThePlainOnes() {
        String first = latin(ring.seal(keys, IDENTITY, PLAIN));
        String second = latin(ring.seal(keys, IDENTITY, PLAIN));

        assertThat(first).isNotEqualTo(second).doesNotContain(latin(PLAIN));
    }

    @Test
    final void noChangedByteOpens() {
        byte[] sealed = ring.seal(keys, IDENTITY, PLAIN);

        for (int i = 0; i < sealed.length; i++) {
            for (int bit : new int[] {0, 7}) {
                byte[] changed = sealed.clone();
                changed[i] ^= (byte) (1 << bit);
                assertTampered(() -> ring.open(keys, IDENTITY, changed));
            }
        }
    }

    @Test
    final void noCutOrLengthenedRecordOpens() {
        byte[] sealed = ring.seal(keys, IDENTITY, PLAIN);

        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertTampered(() -> ring.open(keys, IDENTITY, cut));
        }
        assertTampered(() -> ring.open(keys, IDENTITY, Arrays.copyOf(sealed, sealed.length + 1)));
    }

    @Test
    final void aRecordMovedElsewhereDoesNotOpen() {
        byte[] sealed = ring.seal(keys, IDENTITY, PLAIN);

        for (RecordIdentity other : List.of(
                new RecordIdentity("signal", "profile", "3f8e", "subject-1", 1),
                new RecordIdentity("employee", "pay", "3f8e", "subject-1", 1),
                new RecordIdentity("employee", "profile", "3f8f", "subject-1", 1),
                new RecordIdentity("employee", "profile", "3f8e", "subject-2", 1),
                new RecordIdentity("employee", "profile", "3f8e", "subject-1", 2),
                new RecordIdentity("employeep", "rofile", "3f8e", "subject-1", 1))) {
            assertTampered(() -> ring.open(keys, other, sealed));
        }
    }

    @Test
    final void aRecordDoesNotOpenUnderAnotherPersonOrSubsidiary() {
        byte[] sealed = ring.seal(keys, IDENTITY, PLAIN);
        WrappedKey otherPerson = ring.newPersonKey(subsidiary, "subject-1");
        WrappedKey otherSubsidiary = ring.newSubsidiaryKey("subsidiary-1", suite());

        assertTampered(() -> ring.open(KeyPath.ofPerson(subsidiary, otherPerson), IDENTITY, sealed));
        assertTampered(() -> ring.open(KeyPath.ofPerson(otherSubsidiary, person), IDENTITY, sealed));
    }

    @Test
    final void aChangedWrappedKeyIsRefusedEvenWhileTheKeyIsInUse() {
        byte[] sealed = ring.seal(keys, IDENTITY, PLAIN);
        byte[] bytes = person.bytes().clone();
        bytes[bytes.length / 2] ^= 1;

        WrappedKey changed = new WrappedKey(person.id(), person.ownerId(), bytes);
        WrappedKey stolen = new WrappedKey(person.id(), "subject-2", person.bytes());

        assertTampered(() -> ring.open(KeyPath.ofPerson(subsidiary, changed), IDENTITY, sealed));
        assertTampered(() -> ring.open(KeyPath.ofPerson(subsidiary, stolen), IDENTITY, sealed));
        assertTampered(() -> ring.open(new KeyPath(person, keys.personKey()), IDENTITY, sealed));
        assertThat(ring.open(keys, IDENTITY, sealed)).isEqualTo(PLAIN);
    }

    @Test
    final void aSubsidiarysKeyTellsItsSuiteAndOpensUnderNoOther() {
        assertThat(subsidiary.suite()).isEqualTo(suite());
        assertThat(subsidiary.bytes().length).isLessThan(256);
        byte[] sealed = ring.seal(keys, IDENTITY, PLAIN);

        for (String other : List.of(CipherSuite.STANDARD, "NO-SUCH-SUITE")) {
            if (!other.equals(suite())) {
                WrappedKey changed =
                        WrappedKey.ofSuite(subsidiary.id(), subsidiary.ownerId(), other, subsidiary.wrapped());
                assertThatThrownBy(() -> ring.open(new KeyPath(changed, keys.personKey()), IDENTITY, sealed))
                        .isInstanceOfAny(TamperedRecordException.class, KeyRingSealedException.class);
            }
        }
    }

    @Test
    final void noNonceComesTwiceUnderOneKey() {
        Set<String> nonces = new HashSet<>();

        for (int i = 0; i < 100_000; i++) {
            byte[] sealed = ring.seal(keys, IDENTITY, new byte[0]);
            nonces.add(latin(Arrays.copyOfRange(sealed, sealed.length - 28, sealed.length - 16)));
        }

        assertThat(nonces).hasSize(100_000);
    }

    @Test
    final void keysAndRecordsOutliveTheRingThatMadeThem() {
        byte[] sealed = ring.seal(keys, IDENTITY, PLAIN);
        String fingerprint = ring.blindIndex(subsidiary, "email", "a@example.org");
        KeyRing later = newKeyRing();

        assertThat(later.unlock(file(), passphrase()).status()).isEqualTo(Status.OPEN);

        assertThat(later.open(keys, IDENTITY, sealed)).isEqualTo(PLAIN);
        assertThat(later.blindIndex(subsidiary, "email", "a@example.org")).isEqualTo(fingerprint);
    }

    @Test
    final void ringsWithDifferentRootsCannotReadEachOther() {
        byte[] sealed = ring.seal(keys, IDENTITY, PLAIN);
        KeyRing stranger = newKeyRing();
        stranger.create(folder.resolve("stranger.p12"), passphrase());

        assertTampered(() -> stranger.open(keys, IDENTITY, sealed));
        assertTampered(() -> stranger.newPersonKey(subsidiary, "subject-2"));
        assertTampered(() -> stranger.blindIndex(subsidiary, "email", "a@example.org"));
    }

    @Test
    final void aLockedRingDoesNothing() {
        byte[] sealed = ring.seal(keys, IDENTITY, PLAIN);

        ring.lock();

        assertThat(ring.state().status()).isEqualTo(Status.LOCKED);
        assertSealed(() -> ring.open(keys, IDENTITY, sealed));
        assertSealed(() -> ring.seal(keys, IDENTITY, PLAIN));
        assertSealed(() -> ring.newSubsidiaryKey("subsidiary-2", suite()));
        assertSealed(() -> ring.newPersonKey(subsidiary, "subject-2"));
        assertSealed(() -> ring.blindIndex(subsidiary, "email", "a@example.org"));
        assertThat(ring.unlock(file(), passphrase()).status()).isEqualTo(Status.OPEN);
        assertThat(ring.open(keys, IDENTITY, sealed)).isEqualTo(PLAIN);
    }

    @Test
    final void aWrongPassphraseLeavesTheRingLocked() {
        KeyRing other = newKeyRing();

        assertThat(other.unlock(file(), "wrong".toCharArray()).status()).isEqualTo(Status.LOCKED);
        assertThat(other.unlock(file(), new char[0]).status()).isEqualTo(Status.LOCKED);

        assertSealed(() -> other.newSubsidiaryKey("subsidiary-2", suite()));
    }

    @Test
    final void missingFileIsAbsentAndCutOrForeignOneDamaged() throws IOException {
        byte[] whole = Files.readAllBytes(file());
        KeyRing other = newKeyRing();

        assertThat(unlock(other, folder.resolve("nowhere"))).isEqualTo(Status.ABSENT);
        assertThat(unlock(other, folder)).isEqualTo(Status.DAMAGED);
        for (int length = 0; length < whole.length; length += 1 + whole.length / 40) {
            assertThat(unlock(other, written(Arrays.copyOf(whole, length)))).isEqualTo(Status.DAMAGED);
        }
        byte[] foreign = "not a key file at all, but a text".getBytes(StandardCharsets.UTF_8);
        assertThat(unlock(other, written(foreign))).isEqualTo(Status.DAMAGED);
        assertThat(other.state().reason()).isNotBlank();
    }

    @Test
    final void noChangedKeyFileOpensOrThrows() throws IOException {
        byte[] whole = Files.readAllBytes(file());
        KeyRing other = newKeyRing();

        for (int i = 0; i < whole.length; i += 7) {
            byte[] changed = whole.clone();
            changed[i] ^= 1;
            assertThat(unlock(other, written(changed))).as("byte %d", i).isIn(Status.DAMAGED, Status.LOCKED);
        }
    }

    @Test
    final void anExistingFileIsNeverOverwritten() throws IOException {
        byte[] before = Files.readAllBytes(file());

        assertThatThrownBy(() -> newKeyRing().create(file(), passphrase()))
                .isInstanceOfSatisfying(
                        HoldfastException.class,
                        e -> assertThat(e.code()).isEqualTo(ProtectionError.KEY_FILE_NOT_CREATED));

        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        try (var names = Files.list(folder)) {
            assertThat(names).containsExactly(file());
        }
    }

    @Test
    final void theKeyFileIsForItsOwnerAlone() throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                    .isEqualTo("rw-------");
        }
        assertThat(Files.size(file())).isPositive();
    }

    @Test
    final void passphrasesAreWipedAndMayBeChinese() {
        char[] chinese = "坚守的口令 𠮷 é".toCharArray();
        char[] again = chinese.clone();
        Path other = folder.resolve("chinese.p12");

        newKeyRing().create(other, chinese);

        assertThat(newKeyRing().unlock(other, again).status()).isEqualTo(Status.OPEN);
        assertThat(newKeyRing().unlock(other, "坚守的口令".toCharArray()).status()).isEqualTo(Status.LOCKED);
        assertThat(chinese).containsOnly('\0');
        assertThat(again).containsOnly('\0');
    }

    @Test
    final void blindIndexesAreEqualForEqualValuesOnly() {
        String email = ring.blindIndex(subsidiary, "email", "a@example.org");
        WrappedKey other = ring.newSubsidiaryKey("subsidiary-2", suite());

        assertThat(email).matches("[0-9a-f]{24}").isEqualTo(ring.blindIndex(subsidiary, "email", "a@example.org"));
        assertThat(Set.of(
                        email,
                        ring.blindIndex(subsidiary, "email", "b@example.org"),
                        ring.blindIndex(subsidiary, "phone", "a@example.org"),
                        ring.blindIndex(other, "email", "a@example.org")))
                .hasSize(4);
    }

    @Test
    final void manyThreadsShareOneRing() throws InterruptedException, ExecutionException {
        List<KeyPath> paths = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            paths.add(KeyPath.ofPerson(subsidiary, ring.newPersonKey(subsidiary, "subject-" + i)));
        }
        Callable<Integer> work = () -> {
            int equal = 0;
            for (int i = 0; i < 2_000; i++) {
                KeyPath path = paths.get(i % paths.size());
                byte[] opened = ring.open(path, IDENTITY, ring.seal(path, IDENTITY, PLAIN));
                equal += Arrays.equals(opened, PLAIN) ? 1 : 0;
            }
            return equal;
        };
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            for (Future<Integer> done : pool.invokeAll(Collections.nCopies(8, work))) {
                assertThat(done.get()).isEqualTo(2_000);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private Path file() {
        return folder.resolve("root.p12");
    }

    private static char[] passphrase() {
        return "correct horse battery staple".toCharArray();
    }

    private static Status unlock(KeyRing ring, Path file) {
        return ring.unlock(file, passphrase()).status();
    }

    private Path written(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("other.p12"), bytes);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static void assertTampered(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(TamperedRecordException.class);
    }

    private static void assertSealed(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(KeyRingSealedException.class);
    }
}
