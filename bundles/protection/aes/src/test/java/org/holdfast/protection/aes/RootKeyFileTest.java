package org.holdfast.protection.aes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.holdfast.api.protection.KeyPath;
import org.holdfast.api.protection.KeyRingState;
import org.holdfast.api.protection.KeyRingState.Status;
import org.holdfast.api.protection.RecordIdentity;
import org.holdfast.api.protection.WrappedKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class RootKeyFileTest {
    private static final RecordIdentity IDENTITY = new RecordIdentity("employee", "profile", "3f8e", "subject-1", 1);
    private static final int MEMORY_AT = 8;
    private static final int PASSES_AT = 12;
    private static final int LANES_AT = 16;

    @TempDir
    Path folder;

    @Test
    void argon2idGivesThePublishedTag() {
        // RFC 9106, section 5.3
        var parameters = new org.bouncycastle.crypto.params.Argon2Parameters.Builder(
                        org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_id)
                .withVersion(org.bouncycastle.crypto.params.Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(32)
                .withIterations(3)
                .withParallelism(4)
                .withSalt(HexFormat.of().parseHex("02".repeat(16)))
                .withSecret(HexFormat.of().parseHex("03".repeat(8)))
                .withAdditional(HexFormat.of().parseHex("04".repeat(12)))
                .build();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(parameters);
        byte[] tag = new byte[32];

        generator.generateBytes(HexFormat.of().parseHex("01".repeat(32)), tag);

        assertThat(HexFormat.of().formatHex(tag))
                .isEqualTo("0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659");
    }

    @Test
    void ourKeysAreThoseOfTheReferenceProgram() {
        // argon2-cffi: hash_secret_raw(b"correct horse", b"0123456789abcdef", 3, 65536, 1, 32, Type.ID, 0x13)
        byte[] derived = Argon2Parameters.STANDARD.derive(
                Passphrase.asBytes("correct horse".toCharArray()),
                "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII));

        assertThat(HexFormat.of().formatHex(derived))
                .isEqualTo("92599c67f23f1d9dce9b6f0cfb5a9b18ce110336de00799947472465edd9e49a");
    }

    @Test
    void aNewFileSaysWhatItsPassphraseCosts() throws IOException, UnreadableRoot {
        Path file = created();

        Argon2RootFile read = Argon2RootFile.of(Files.readAllBytes(file));

        assertThat(read.parameters()).isEqualTo(new Argon2Parameters(65_536, 3, 1));
        assertThat(Files.size(file)).isEqualTo(Argon2RootFile.BYTES);
    }

    @Test
    void twoFilesOfOnePassphraseHaveNothingInCommon() throws IOException, UnreadableRoot {
        byte[] first = Files.readAllBytes(created());
        Path second = folder.resolve("second");
        new AesKeyRing().create(second, passphrase());

        assertThat(HexFormat.of().formatHex(first, 20, first.length))
                .isNotEqualTo(HexFormat.of().formatHex(Files.readAllBytes(second), 20, first.length));
        assertThat(Argon2RootFile.of(first).identity())
                .isNotEqualTo(Argon2RootFile.of(Files.readAllBytes(second)).identity());
    }

    @ParameterizedTest
    @CsvSource({
        // 4 TiB, as the number a hostile file says, and as a negative one
        "2147483647, 3, 1",
        "-1, 3, 1",
        "1048576, 3, 1",
        "0, 3, 1",
        "64, 3, 1",
        "65536, 0, 1",
        "65536, 2147483647, 1",
        "65536, -3, 1",
        "65536, 3, 0",
        "65536, 3, 16777215"
    })
    void hostileParametersAreRefusedBeforeAnyMemoryIsTaken(int memory, int passes, int lanes) throws IOException {
        byte[] hostile = Files.readAllBytes(created());
        ByteBuffer.wrap(hostile)
                .putInt(MEMORY_AT, memory)
                .putInt(PASSES_AT, passes)
                .putInt(LANES_AT, lanes);
        Path file = Files.write(folder.resolve("hostile"), hostile);
        long before = allocated();

        KeyRingState state = new AesKeyRing().unlock(file, passphrase());

        assertThat(state.status()).isEqualTo(Status.DAMAGED);
        assertThat(state.reason()).contains(memory + " KiB", passes + " passes", lanes + " lanes", "backup");
        assertThat(allocated() - before).isLessThan(4L << 20);
    }

    @Test
    void filesOfLaterVersionsAreNotTakenForOurs() throws IOException {
        for (int at : List.of(6, 7)) {
            byte[] later =
                    Files.readAllBytes(folder.resolve("root").toFile().exists() ? folder.resolve("root") : created());
            later[at]++;
            Path file = Files.write(folder.resolve("later"), later);

            KeyRingState state = new AesKeyRing().unlock(file, passphrase());

            assertThat(state.status()).isEqualTo(Status.DAMAGED);
            assertThat(state.reason()).contains("later version");
        }
    }

    @Test
    void nobodyMakesGuessingCheaperByWritingOtherParametersIntoTheFile() throws IOException {
        byte[] cheaper = Files.readAllBytes(created());
        ByteBuffer.wrap(cheaper)
                .putInt(MEMORY_AT, Argon2Parameters.LEAST_MEMORY_KIB)
                .putInt(PASSES_AT, 1);
        Path file = Files.write(folder.resolve("cheaper"), cheaper);

        assertThat(new AesKeyRing().unlock(file, passphrase()).status()).isEqualTo(Status.LOCKED);
    }

    @Test
    void aFileOfBeforeOpensAndItsSuccessorIsWrittenWithArgon2id() throws IOException, GeneralSecurityException {
        Path former = pkcs12();
        AesKeyRing ring = new AesKeyRing();
        assertThat(ring.unlock(former, "wrong".toCharArray()).status()).isEqualTo(Status.LOCKED);
        assertThat(ring.unlock(former, passphrase()).status()).isEqualTo(Status.OPEN);
        assertThat(ring.roots()).containsExactly("00112233445566778899aabbccddeeff");
        WrappedKey subsidiary = ring.newSubsidiaryKey("subsidiary-1");
        byte[] sealed = ring.seal(KeyPath.ofSubsidiary(subsidiary), IDENTITY, new byte[] {42});
        Path next = folder.resolve("root.p12.next");

        ring.createNext(next, passphrase());
        WrappedKey anew = ring.rewrapSubsidiaryKey(subsidiary);

        assertThat(Argon2RootFile.isMeant(Files.readAllBytes(next))).isTrue();
        AesKeyRing later = new AesKeyRing();
        later.unlock(next, passphrase());
        assertThat(later.open(KeyPath.ofSubsidiary(anew), IDENTITY, sealed)).containsExactly(42);
    }

    @Test
    void aPassphraseIsTheSameHoweverItsSignsAreComposed() throws IOException {
        Path file = folder.resolve("composed");
        new AesKeyRing().create(file, "caf\u00e9 \u575a\u5b88".toCharArray());

        assertThat(new AesKeyRing()
                        .unlock(file, "cafe\u0301 \u575a\u5b88".toCharArray())
                        .status())
                .isEqualTo(Status.OPEN);
    }

    /** A file as versions before Argon2id wrote it. */
    private Path pkcs12() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, passphrase());
        store.setEntry(
                "root-00112233445566778899aabbccddeeff",
                new KeyStore.SecretKeyEntry(new SecretKeySpec(new byte[32], "AES")),
                new KeyStore.PasswordProtection(passphrase()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store.store(bytes, passphrase());
        return Files.write(folder.resolve("root.p12"), bytes.toByteArray());
    }

    private Path created() {
        Path file = folder.resolve("root");
        new AesKeyRing().create(file, passphrase());
        return file;
    }

    private static char[] passphrase() {
        return "correct horse battery staple".toCharArray();
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }
}
