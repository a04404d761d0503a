package org.holdfast.launcher.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.holdfast.launcher.audit.AuditEvent.About;
import org.holdfast.launcher.audit.AuditEvent.Actor;
import org.holdfast.launcher.audit.EvidenceUnavailableException.Reason;
import org.holdfast.launcher.audit.EvidenceVerdict.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An evidence pack proves what it holds without the log, and names what is not as it was. */
@Tag("O26")
class EvidencePackTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final SigningKeys.Encoded KEY = SigningKeys.create();
    private static final UUID MEI = new UUID(7, 7);
    private static final int EVERY = 7;

    @TempDir
    private Path folder;

    private Path log;
    private Path pack;

    @BeforeEach
    void publishTheKey() {
        log = folder.resolve("audit");
        pack = folder.resolve("pack.zip");
        SigningKeys.publish(log, KEY.publicKey());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 64, 100, 1_000, 2_345})
    void everyEntryAboutAPersonIsProvenInALogOfAnyLength(int entries) throws Exception {
        make(entries);

        assertThat(verify())
                .isEqualTo(new EvidenceVerdict(
                        Result.GENUINE, (entries + EVERY - 1) / EVERY, -1, MEI.toString(), keyId()));
    }

    @Test
    void itIsVerifiedWithoutTheLog() throws Exception {
        make(50);
        try (var files = Files.walk(log)) {
            for (Path file : files.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }

        assertThat(EvidenceVerifier.verify(pack, trusted()).genuine()).isTrue();
    }

    @Test
    void itHoldsNoEntryThatIsNotAboutThePerson() throws Exception {
        make(50);

        assertThat(lines(EvidenceArchive.ENTRIES))
                .hasSize(8)
                .allSatisfy(line -> assertThat(line).contains(MEI.toString()));
    }

    @Test
    void somebodyTheLogSaysNothingAboutHasAnEmptyPack() throws Exception {
        write(20);
        try (AuditLog open = AuditLog.open(log, "test", NOON)) {
            open.signWith(SigningKeys.signer(KEY));
            pack(open, new UUID(9, 9));
        }

        assertThat(verify().genuine()).isTrue();
        assertThat(verify().entries()).isZero();
    }

    @Test
    void entriesOfTheLastSecondAreSignedForIt() throws Exception {
        try (AuditLog open = AuditLog.open(log, "test", NOON)) {
            open.signWith(SigningKeys.signer(KEY));
            open.append(event(0));
            pack(open, MEI);
        }

        assertThat(verify().entries()).isEqualTo(1);
    }

    @Test
    void withoutAKeyToSignThereIsNoPack() {
        try (AuditLog open = AuditLog.open(log, "test", NOON)) {
            open.append(event(0));

            assertThatThrownBy(() -> pack(open, MEI))
                    .isInstanceOfSatisfying(
                            EvidenceUnavailableException.class,
                            failure -> assertThat(failure.reason()).isEqualTo(Reason.UNSIGNED));
        }
    }

    @Test
    void aLogThatWasAlteredGivesNoEvidence() throws Exception {
        write(50);
        Path entries = log.resolve("entries-000000000000.jsonl");
        Files.writeString(entries, Files.readString(entries).replaceFirst("denied|done", "lost"));
        try (AuditLog open = AuditLog.open(log, "test", NOON)) {
            open.signWith(SigningKeys.signer(KEY));

            assertThatThrownBy(() -> pack(open, MEI)).isInstanceOf(AuditFailure.class);
        }
    }

    @Test
    void anAlteredEntryIsNamed() throws Exception {
        make(50);
        edit(EvidenceArchive.ENTRIES, lines -> {
            lines.set(2, lines.get(2).replace("\"done\"", "\"denied\""));
            return lines;
        });

        assertThat(verify()).isEqualTo(verdict(Result.ALTERED, 2, 14));
    }

    @Test
    void anAlteredProofIsNamed() throws Exception {
        make(50);
        edit(EvidenceArchive.PROOFS, lines -> {
            lines.set(3, lines.get(4).replace("\"index\":28", "\"index\":21"));
            return lines;
        });

        assertThat(verify()).isEqualTo(verdict(Result.ALTERED, 3, 21));
    }

    @Test
    void anEntryThatWasTakenOutIsNamed() throws Exception {
        make(50);
        UnaryOperator<List<String>> without = lines -> {
            lines.remove(4);
            return lines;
        };
        edit(EvidenceArchive.ENTRIES, without);
        edit(EvidenceArchive.PROOFS, without);

        assertThat(verify()).isEqualTo(verdict(Result.REMOVED, 4, 28));
    }

    @Test
    void theLastEntryThatWasTakenOutIsNamed() throws Exception {
        make(50);
        UnaryOperator<List<String>> without = lines -> lines.subList(0, 7);
        edit(EvidenceArchive.ENTRIES, without);
        edit(EvidenceArchive.PROOFS, without);

        assertThat(verify()).isEqualTo(verdict(Result.REMOVED, 7, 49));
    }

    @Test
    void anEntryThatWasPutInIsNamed() throws Exception {
        make(50);
        edit(EvidenceArchive.ENTRIES, lines -> {
            lines.add(1, lines.get(0).replace("\"index\":0", "\"index\":5"));
            return lines;
        });

        assertThat(verify()).isEqualTo(verdict(Result.ADDED, 1, 5));
    }

    @Test
    void swappedEntriesAreFound() throws Exception {
        make(50);
        edit(EvidenceArchive.ENTRIES, lines -> {
            Collections.swap(lines, 1, 2);
            return lines;
        });

        assertThat(verify().genuine()).isFalse();
        assertThat(verify().entries()).isEqualTo(1);
    }

    @Test
    void whatThePackSaysItHoldsCannotBeChanged() throws Exception {
        make(50);
        edit(EvidenceArchive.MANIFEST, lines -> List.of(lines.get(0).replace("[0,7,", "[7,")));
        edit(EvidenceArchive.ENTRIES, lines -> lines.subList(1, lines.size()));
        edit(EvidenceArchive.PROOFS, lines -> lines.subList(1, lines.size()));

        assertThat(verify().result()).isEqualTo(Result.MANIFEST_FORGED);
    }

    @Test
    void theCheckpointOfAnotherLogIsFound() throws Exception {
        make(50);
        edit(EvidenceArchive.CHECKPOINT, lines -> List.of(lines.get(0).replace("\"size\":50", "\"size\":51")));

        assertThat(verify().result()).isEqualTo(Result.CHECKPOINT_FORGED);
    }

    @Test
    void aPackThatSomebodySignedWithAKeyOfTheirOwnIsFoundByTheOneWhoHasTheTrueKey() throws Exception {
        SigningKeys.Encoded own = SigningKeys.create();
        SigningKeys.publish(log, own.publicKey());
        try (AuditLog open = AuditLog.open(log, "test", NOON)) {
            open.signWith(SigningKeys.signer(own));
            open.append(event(0));
            pack(open, MEI);
        }

        assertThat(EvidenceVerifier.verify(pack, Map.of()).genuine()).isTrue();
        assertThat(verify().result()).isEqualTo(Result.KEY_UNKNOWN);
    }

    @Test
    void everyOneOfManyRandomTamperingsIsFound() throws Exception {
        make(200);
        Map<String, byte[]> files = files();
        Random random = new Random(11);
        List<String> names = files.keySet().stream()
                .filter(name -> !name.startsWith("keys/"))
                .toList();
        for (int i = 0; i < 400; i++) {
            String name = names.get(random.nextInt(names.size()));
            Map<String, byte[]> tampered = new LinkedHashMap<>(files);
            byte[] bytes = files.get(name).clone();
            int place = random.nextInt(bytes.length);
            bytes[place] ^= (byte) (1 << random.nextInt(7));
            tampered.put(name, bytes);
            zip(tampered);

            assertThat(isGenuine()).as("a bit of byte %d of %s", place, name).isFalse();
        }
    }

    private boolean isGenuine() throws IOException {
        try {
            return verify().genuine();
        } catch (EvidenceRefused e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.9, 0.99})
    void aPackThatWasCutOffIsRefused(double share) throws Exception {
        make(50);
        byte[] whole = Files.readAllBytes(pack);
        Files.write(pack, Arrays.copyOf(whole, (int) (whole.length * share)));

        assertThatThrownBy(this::verify).isInstanceOf(EvidenceRefused.class).hasMessageContaining("damaged");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../evil.sh", "/etc/evil", "entries.jsonl/../x", "keys/../../evil.pub", "readme.txt"})
    void aPackWithAFileThatNoPackHasIsRefusedAndWritesNothing(String name) throws Exception {
        make(50);
        Map<String, byte[]> files = files();
        files.put(name, new byte[] {1});
        zip(files);

        assertThatThrownBy(this::verify)
                .isInstanceOf(EvidenceRefused.class)
                .hasMessageContaining("no evidence pack has");
        assertThat(folder.getParent().resolve("evil.sh")).doesNotExist();
    }

    @Test
    void aPackThatLacksAFileIsRefused() throws Exception {
        make(50);
        Map<String, byte[]> files = files();
        files.remove(EvidenceArchive.PROOFS);
        zip(files);

        assertThatThrownBy(this::verify).isInstanceOf(EvidenceRefused.class).hasMessageContaining("missing");
    }

    @Test
    void aPackThatUnpacksToTooMuchIsRefusedBeforeItFillsAnything() throws Exception {
        make(50);
        Map<String, byte[]> files = files();
        files.put(EvidenceArchive.SIGNATURE, new byte[1 << 20]);
        zip(files);

        assertThatThrownBy(this::verify).isInstanceOf(EvidenceRefused.class).hasMessageContaining("larger");
    }

    @Test
    void anotherZipIsNoPack() throws Exception {
        make(50);
        Map<String, byte[]> files = files();
        files.put(EvidenceArchive.MANIFEST, "{\"format\":1}".getBytes(StandardCharsets.UTF_8));
        zip(files);

        assertThatThrownBy(this::verify).isInstanceOf(EvidenceRefused.class);
    }

    private void make(int entries) throws Exception {
        write(entries);
        try (AuditLog open = AuditLog.open(log, "test", NOON)) {
            open.signWith(SigningKeys.signer(KEY));
            pack(open, MEI);
        }
    }

    private void write(int entries) {
        try (AuditLog open = AuditLog.open(log, "test", NOON)) {
            open.signWith(SigningKeys.signer(KEY));
            for (int i = 0; i < entries; i++) {
                open.append(event(i));
            }
        }
    }

    private void pack(AuditLog open, UUID person) throws IOException, EvidenceUnavailableException {
        EvidencePack made = EvidencePack.make(log, open, AuditQuery.about(person.toString()), NOON);
        try (OutputStream out = Files.newOutputStream(pack)) {
            made.write(out);
        }
    }

    private EvidenceVerdict verify() throws IOException {
        return EvidenceVerifier.verify(pack, trusted());
    }

    private static Map<String, PublicKey> trusted() throws IOException {
        return SigningKeys.parse(SigningKeys.text(KEY.publicKey()).getBytes(StandardCharsets.US_ASCII));
    }

    private static String keyId() throws IOException {
        return trusted().keySet().iterator().next();
    }

    private static EvidenceVerdict verdict(Result result, long entries, long entry) throws IOException {
        return new EvidenceVerdict(result, entries, entry, MEI.toString(), keyId());
    }

    private List<String> lines(String name) throws IOException {
        return new String(files().get(name), StandardCharsets.UTF_8).lines().toList();
    }

    private void edit(String name, UnaryOperator<List<String>> change) throws IOException {
        List<String> lines = change.apply(new ArrayList<>(lines(name)));
        Map<String, byte[]> files = files();
        files.put(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        zip(files);
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return files;
    }

    private void zip(Map<String, byte[]> files) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(pack))) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
    }

    private static AuditEvent event(int number) {
        String person = number % EVERY == 0 ? MEI.toString() : new UUID(1, number).toString();
        return new AuditEvent(
                "GET /employees/{id}/risk",
                new Actor("account-1", List.of("subsidiaryHr"), "session"),
                new About("subsidiary-1", List.of(person), "retention"),
                AuditEvent.DONE,
                Map.of("request", "r-" + number));
    }
}
