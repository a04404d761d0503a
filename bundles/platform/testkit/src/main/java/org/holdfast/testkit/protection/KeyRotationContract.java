package org.holdfast.testkit.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.holdfast.api.protection.CipherSuite;
import org.holdfast.api.protection.KeyPath;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.KeyRingSealedException;
import org.holdfast.api.protection.KeyRingState.Status;
import org.holdfast.api.protection.RecordIdentity;
import org.holdfast.api.protection.TamperedRecordException;
import org.holdfast.api.protection.WrappedKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promises of a key ring while keys are replaced. A bundle's test extends this class besides {@link KeyRingContract}
 * and gives it new rings.
 */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
public abstract class KeyRotationContract {
    private static final RecordIdentity IDENTITY = new RecordIdentity("employee", "profile", "3f8e", "subject-1", 1);
    private static final byte[] PLAIN = "plain words to be sealed".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private KeyRing ring;
    private WrappedKey subsidiary;
    private WrappedKey person;
    private KeyPath keys;

    /** For subclasses. */
    protected KeyRotationContract() {}

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
    final void aFurtherRootKeyWrapsWhatIsNewAndTheFormerOneOpensWhatItWrapped() {
        byte[] sealed = ring.seal(keys, IDENTITY, PLAIN);
        String former = ring.roots().get(0);

        String next = ring.createNext(nextFile(), passphrase());

        assertThat(ring.roots()).containsExactly(former, next);
        assertThat(ring.open(keys, IDENTITY, sealed)).isEqualTo(PLAIN);
        assertThat(ring.rootOf(subsidiary)).contains(former);
        assertThat(ring.rootOf(ring.newSubsidiaryKey("subsidiary-2", suite()))).contains(next);
    }

    @Test
    final void aKeyWrappedAnewIsTheSameKeyAndOutlivesTheFormerRoot() {
        byte[] sealed = ring.seal(keys, IDENTITY, PLAIN);
        String fingerprint = ring.blindIndex(subsidiary, "email", "a@example.org");
        String next = ring.createNext(nextFile(), passphrase());

        WrappedKey anew = ring.rewrapSubsidiaryKey(subsidiary);
        KeyPath path = KeyPath.ofPerson(anew, person);

        assertThat(anew.id()).isEqualTo(subsidiary.id());
        assertThat(anew.ownerId()).isEqualTo(subsidiary.ownerId());
        assertThat(anew.suite()).isEqualTo(suite());
        assertThat(ring.rootOf(anew)).contains(next);
        assertThat(ring.open(path, IDENTITY, sealed)).isEqualTo(PLAIN);
        assertThat(ring.open(keys, IDENTITY, sealed)).isEqualTo(PLAIN);
        ring.forgetFormer();
        assertThat(ring.roots()).containsExactly(next);
        assertThat(ring.open(path, IDENTITY, sealed)).isEqualTo(PLAIN);
        assertThat(ring.blindIndex(anew, "email", "a@example.org")).isEqualTo(fingerprint);
        assertThat(ring.rootOf(subsidiary)).isEmpty();
        assertTampered(() -> ring.open(keys, IDENTITY, sealed));
        KeyRing later = newKeyRing();
        later.unlock(nextFile(), passphrase());
        assertThat(later.open(path, IDENTITY, sealed)).isEqualTo(PLAIN);
    }

    @Test
    final void aPersonsKeyWrappedByAnotherKeyOfTheSubsidiaryIsTheSameKey() {
        byte[] sealed = ring.seal(keys, IDENTITY, PLAIN);
        WrappedKey other = ring.newSubsidiaryKey("subsidiary-1", suite());

        WrappedKey anew = ring.rewrapPersonKey(subsidiary, other, person);

        assertThat(anew.id()).isEqualTo(person.id());
        assertThat(ring.open(KeyPath.ofPerson(other, anew), IDENTITY, sealed)).isEqualTo(PLAIN);
        assertThat(ring.open(keys, IDENTITY, sealed)).isEqualTo(PLAIN);
        assertTampered(() -> ring.open(KeyPath.ofPerson(subsidiary, anew), IDENTITY, sealed));
        assertTampered(() -> ring.rewrapPersonKey(other, subsidiary, person));
    }

    @Test
    final void bothRootFilesOpenTheRingAgainAndOneThatDoesNotOpenChangesNothing() throws IOException {
        String next = ring.createNext(nextFile(), passphrase());
        WrappedKey anew = ring.newSubsidiaryKey("subsidiary-2", suite());
        KeyRing later = newKeyRing();
        assertSealed(() -> later.createNext(folder.resolve("third.p12"), passphrase()));
        later.unlock(file(), passphrase());

        assertThat(later.unlockNext(nextFile(), "wrong".toCharArray()).status()).isEqualTo(Status.LOCKED);
        assertThat(later.unlockNext(folder.resolve("nowhere"), passphrase()).status())
                .isEqualTo(Status.ABSENT);
        assertThat(later.unlockNext(written(new byte[] {1}), passphrase()).status())
                .isEqualTo(Status.DAMAGED);
        assertThat(later.state().status()).isEqualTo(Status.OPEN);
        assertThat(later.roots()).hasSize(1);

        assertThat(later.unlockNext(nextFile(), passphrase()).status()).isEqualTo(Status.OPEN);
        assertThat(later.roots()).hasSize(2).endsWith(next);
        assertThat(later.rootOf(anew)).contains(next);
        later.lock();
        assertThat(later.roots()).isEmpty();
        assertThat(folder.resolve("third.p12")).doesNotExist();
    }

    private Path file() {
        return folder.resolve("root.p12");
    }

    private Path nextFile() {
        return folder.resolve("root.p12.next");
    }

    private static char[] passphrase() {
        return "correct horse battery staple".toCharArray();
    }

    private Path written(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("other.p12"), bytes);
    }

    private static void assertTampered(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(TamperedRecordException.class);
    }

    private static void assertSealed(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(KeyRingSealedException.class);
    }
}
