package org.holdfast.testkit.protection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.holdfast.api.HoldfastException;
import org.holdfast.api.protection.KeyPath;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.KeyRingSealedException;
import org.holdfast.api.protection.KeyRingState;
import org.holdfast.api.protection.KeyRingState.Status;
import org.holdfast.api.protection.ProtectionError;
import org.holdfast.api.protection.RecordIdentity;
import org.holdfast.api.protection.RootKind;
import org.holdfast.api.protection.RootToken;
import org.holdfast.api.protection.TamperedRecordException;
import org.holdfast.api.protection.TokenContent;
import org.holdfast.api.protection.WrappedKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The promises of a key ring whose root key is in a PKCS#11 token, kept against SoftHSM. The test of a bundle whose ring can
 * use tokens extends this class besides {@link KeyRingContract} and gives it new rings.
 */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
public abstract class TokenContract {
    private static final RecordIdentity IDENTITY = new RecordIdentity("employee", "profile", "3f8e", "subject-1", 1);
    private static final byte[] PLAIN = "plain words to be sealed".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    private RootToken token;
    private KeyRing ring;

    /** For subclasses. */
    protected TokenContract() {}

    /**
     * Makes a ring without a root key.
     *
     * @return a new ring
     */
    protected abstract KeyRing newKeyRing();

    @BeforeEach
    final void begin() {
        token = SoftToken.ofThisProcess().place("test-" + UUID.randomUUID());
        ring = newKeyRing();
    }

    /** A log-in is the whole process's. */
    @AfterEach
    final void leave() {
        ring.lock();
    }

    @Test
    final void aRootKeyIsMadeInTheTokenAndOpensTheRing() {
        assertThat(ring.look(token, pin())).isEqualTo(new TokenContent(new KeyRingState(Status.OPEN, ""), List.of()));

        String root = ring.createIn(token, pin());

        assertThat(ring.state().status()).isEqualTo(Status.ABSENT);
        assertThat(root).matches("[0-9a-f]{32}");
        assertThat(ring.look(token, pin()).roots()).containsExactly(root);
        assertThat(ring.unlock(token, root, pin()).status()).isEqualTo(Status.OPEN);
        assertThat(ring.roots()).containsExactly(root);
        assertThat(ring.kindOf(root)).contains(RootKind.PKCS11);
        assertThat(ring.kindOf("another")).isEmpty();
    }

    @Test
    final void whatWasSealedBelowTheTokenOpensInLaterRings() {
        String root = opened();
        WrappedKey subsidiary = ring.newSubsidiaryKey("subsidiary-1");
        KeyPath keys = KeyPath.ofPerson(subsidiary, ring.newPersonKey(subsidiary, "subject-1"));
        byte[] sealed = ring.seal(keys, IDENTITY, PLAIN);
        KeyRing later = newKeyRing();

        assertThat(later.unlock(token, root, pin()).status()).isEqualTo(Status.OPEN);

        assertThat(later.open(keys, IDENTITY, sealed)).isEqualTo(PLAIN);
        assertThat(later.rootOf(subsidiary)).contains(root);
        later.lock();
        assertThat(later.state().status()).isEqualTo(Status.LOCKED);
        assertThatThrownBy(() -> later.open(keys, IDENTITY, sealed)).isInstanceOf(KeyRingSealedException.class);
    }

    @Test
    final void aWrappedKeyThatWasChangedOrGivenToAnotherDoesNotOpen() {
        opened();
        WrappedKey subsidiary = ring.newSubsidiaryKey("subsidiary-1");
        for (int i = 0; i < subsidiary.bytes().length; i++) {
            byte[] bytes = subsidiary.bytes().clone();
            bytes[i] ^= 1;
            WrappedKey changed = new WrappedKey(subsidiary.id(), subsidiary.ownerId(), bytes);
            assertThatThrownBy(() -> ring.blindIndex(changed, "email", "a@example.org"))
                    .as("byte %d", i)
                    .isInstanceOf(TamperedRecordException.class);
        }
        WrappedKey stolen = new WrappedKey(subsidiary.id(), "subsidiary-2", subsidiary.bytes());
        assertThatThrownBy(() -> ring.blindIndex(stolen, "email", "a@example.org"))
                .isInstanceOf(TamperedRecordException.class);
        assertThat(ring.state().status()).isEqualTo(Status.OPEN);
        assertThat(ring.blindIndex(subsidiary, "email", "a@example.org")).hasSize(24);
    }

    @Test
    final void twoKeysInOneTokenDoNotOpenEachOthersData() {
        opened();
        WrappedKey subsidiary = ring.newSubsidiaryKey("subsidiary-1");
        KeyRing stranger = newKeyRing();
        stranger.unlock(token, ring.createIn(token, pin()), pin());

        assertThat(stranger.rootOf(subsidiary)).isEmpty();
        assertThatThrownBy(() -> stranger.newPersonKey(subsidiary, "subject-1"))
                .isInstanceOf(TamperedRecordException.class);
    }

    @Test
    final void theRootInFileIsFollowedByOneInTheTokenAndThatByAnother() {
        String file = ring.create(folder.resolve("root"), "correct horse".toCharArray());
        WrappedKey subsidiary = ring.newSubsidiaryKey("subsidiary-1");
        byte[] sealed = ring.seal(KeyPath.ofSubsidiary(subsidiary), IDENTITY, PLAIN);
        String first = ring.createIn(token, pin());
        String second = ring.createIn(token, pin());

        assertThat(ring.unlockNext(token, first, pin()).status()).isEqualTo(Status.OPEN);
        assertThat(ring.roots()).containsExactly(file, first);
        WrappedKey anew = ring.rewrapSubsidiaryKey(subsidiary);
        ring.forgetFormer();
        assertThat(ring.unlockNext(token, second, pin()).status()).isEqualTo(Status.OPEN);
        WrappedKey again = ring.rewrapSubsidiaryKey(anew);
        ring.forgetFormer();

        assertThat(ring.roots()).containsExactly(second);
        assertThat(ring.open(KeyPath.ofSubsidiary(again), IDENTITY, sealed)).isEqualTo(PLAIN);
        assertThat(ring.rootOf(anew)).isEmpty();
    }

    @Test
    final void aRefusedPinLeavesTheRingLockedAndIsWiped() {
        String root = ring.createIn(token, pin());
        char[] wrong = "0000".toCharArray();

        assertThat(ring.look(token, wrong).state().status()).isEqualTo(Status.LOCKED);
        assertThat(ring.unlock(token, root, "0000".toCharArray()).status()).isEqualTo(Status.LOCKED);
        assertThat(ring.unlock(token, root, new char[0]).status()).isEqualTo(Status.LOCKED);
        assertThat(ring.state().reason()).isNotBlank();
        assertThat(wrong).containsOnly('\0');
        assertThatThrownBy(() -> ring.createIn(token, "0000".toCharArray()))
                .isInstanceOfSatisfying(
                        HoldfastException.class,
                        e -> assertThat(e.code()).isEqualTo(ProtectionError.TOKEN_KEY_NOT_CREATED));
        assertThat(ring.unlock(token, root, pin()).status()).isEqualTo(Status.OPEN);
        ring.lock();
        assertThat(ring.unlock(token, root, "0000".toCharArray()).status()).isEqualTo(Status.LOCKED);
    }

    @Test
    final void aTokenThatIsNotThereIsAbsentAndLeavesAnOpenRingOpen() throws IOException {
        String root = opened();
        Path noLibrary = Files.writeString(folder.resolve("library.so"), "not a library");
        for (RootToken absent : List.of(
                new RootToken(folder.resolve("nowhere.so"), "", "label"),
                new RootToken(noLibrary, "", "label"),
                new RootToken(token.library(), "4711", token.keyLabel()),
                new RootToken(token.library(), "1\nshowInfo = true", token.keyLabel()),
                new RootToken(token.library(), token.slot(), "another-label"))) {
            assertThat(ring.unlockNext(absent, root, pin()).status())
                    .as("%s", absent)
                    .isEqualTo(Status.ABSENT);
            assertThat(newKeyRing().unlock(absent, root, pin()).status())
                    .as("%s", absent)
                    .isEqualTo(Status.ABSENT);
        }
        assertThat(ring.state().status()).isEqualTo(Status.OPEN);
        assertThat(ring.roots()).containsExactly(root);
    }

    private String opened() {
        String root = ring.createIn(token, pin());
        ring.unlock(token, root, pin());
        return root;
    }

    private static char[] pin() {
        return SoftToken.pin();
    }
}
