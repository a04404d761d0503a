package org.holdfast.protection.sm4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.holdfast.api.protection.CipherSuite;
import org.holdfast.api.protection.KeyPath;
import org.holdfast.api.protection.KeyRing;
import org.holdfast.api.protection.KeyRingSealedException;
import org.holdfast.api.protection.RecordIdentity;
import org.holdfast.api.protection.TamperedRecordException;
import org.holdfast.api.protection.WrappedKey;
import org.holdfast.protection.aes.AesKeyRing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Subsidiaries of two cipher suites below one root key. */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class MixedSuitesTest {
    private static final RecordIdentity IDENTITY = new RecordIdentity("employee", "profile", "3f8e", "subject-1", 1);
    private static final byte[] PLAIN = "plain words".getBytes(StandardCharsets.UTF_8);
    private static final String SM4 = "SM4-GCM";

    @TempDir
    Path folder;

    private final AtomicReference<Optional<CipherSuite>> offered = new AtomicReference<>(Optional.of(new Sm4Suite()));
    private KeyRing ring;
    private KeyPath aes;
    private KeyPath sm4;

    @BeforeEach
    void create() {
        ring = new AesKeyRing();
        ring.suites(name -> offered.get().filter(suite -> suite.name().equals(name)));
        ring.create(folder.resolve("root.p12"), "correct horse battery staple".toCharArray());
        aes = person(CipherSuite.STANDARD);
        sm4 = person(SM4);
    }

    private KeyPath person(String suite) {
        WrappedKey subsidiary = ring.newSubsidiaryKey("subsidiary-of-" + suite, suite);
        return KeyPath.ofPerson(subsidiary, ring.newPersonKey(subsidiary, "subject-1"));
    }

    @Test
    void eachRecordAndWrappedKeyTellsItsSuiteAndReadingNeedsNoSetting() {
        assertThat(ring.seal(aes, IDENTITY, PLAIN)).startsWith(1, 1);
        assertThat(ring.seal(sm4, IDENTITY, PLAIN)).startsWith(1, 2);
        assertThat(aes.personKey().orElseThrow().bytes()).startsWith(1, 1);
        assertThat(sm4.personKey().orElseThrow().bytes()).startsWith(1, 2);
        assertThat(aes.subsidiaryKey().suite()).isEqualTo("AES-256-GCM");
        assertThat(sm4.subsidiaryKey().suite()).isEqualTo(SM4);
    }

    /** Seeded, so that what fails fails again. */
    @Test
    void whateverIsSealedOpensUnderItsOwnKeysAndUnderNoOthers() {
        Random random = new Random(20);
        List<KeyPath> paths = new ArrayList<>(List.of(aes, sm4));
        for (int i = 0; i < 10; i++) {
            paths.add(person(random.nextBoolean() ? SM4 : CipherSuite.STANDARD));
        }
        for (int i = 0; i < 2_000; i++) {
            byte[] plain = new byte[random.nextInt(300)];
            random.nextBytes(plain);
            RecordIdentity identity = new RecordIdentity("t", "c", "row-" + random.nextInt(), "s", i);
            KeyPath keys = paths.get(random.nextInt(paths.size()));
            KeyPath others = paths.get(random.nextInt(paths.size()));
            byte[] sealed = ring.seal(keys, identity, plain);

            assertThat(ring.open(keys, identity, sealed)).isEqualTo(plain);
            if (others != keys) {
                assertThatThrownBy(() -> ring.open(others, identity, sealed))
                        .isInstanceOf(TamperedRecordException.class);
            }
        }
    }

    @Test
    void fingerprintsOfTwoSuitesHaveNothingInCommon() {
        assertThat(ring.blindIndex(sm4.subsidiaryKey(), "number", "4711"))
                .matches("[0-9a-f]{24}")
                .isEqualTo(ring.blindIndex(sm4.subsidiaryKey(), "number", "4711"))
                .isNotEqualTo(ring.blindIndex(aes.subsidiaryKey(), "number", "4711"));
    }

    @Test
    void withoutItsBundleASuiteIsClosedAndTheOtherGoesOnAndAllIsThereWhenItComesBack() {
        byte[] sealed = ring.seal(sm4, IDENTITY, PLAIN);
        offered.set(Optional.empty());

        assertClosed(() -> ring.open(sm4, IDENTITY, sealed));
        assertClosed(() -> ring.seal(sm4, IDENTITY, PLAIN));
        assertClosed(() -> ring.blindIndex(sm4.subsidiaryKey(), "number", "4711"));
        assertClosed(() -> ring.newPersonKey(sm4.subsidiaryKey(), "subject-2"));
        assertClosed(() -> ring.newSubsidiaryKey("subsidiary-3", SM4));
        assertThat(ring.open(aes, IDENTITY, ring.seal(aes, IDENTITY, PLAIN))).isEqualTo(PLAIN);

        offered.set(Optional.of(new Sm4Suite()));

        assertThat(ring.open(sm4, IDENTITY, sealed)).isEqualTo(PLAIN);
    }

    @Test
    void aPersonsKeyDoesNotMoveToAnotherSuite() {
        WrappedKey person = sm4.personKey().orElseThrow();

        assertThatThrownBy(() -> ring.rewrapPersonKey(sm4.subsidiaryKey(), aes.subsidiaryKey(), person))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void assertClosed(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(KeyRingSealedException.class).hasMessageContaining(SM4);
    }
}
