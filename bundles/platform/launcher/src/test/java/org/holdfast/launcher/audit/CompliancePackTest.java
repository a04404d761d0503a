package org.holdfast.launcher.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.holdfast.launcher.audit.ComplianceVerdict.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A compliance pack is verified from its file alone, and names the first document that is not as it was signed. */
@Tag("O22")
class CompliancePackTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-25T12:00:00Z"), ZoneOffset.UTC);
    private static final SigningKeys.Encoded KEY = SigningKeys.create();
    private static final String FIRM = "0b5f2f0e-6f0a-4d0f-9c07-6f5b8b8f1a11";

    @TempDir
    private Path folder;

    private Path log;
    private Path pack;

    @BeforeEach
    void make() throws Exception {
        log = folder.resolve("audit");
        pack = folder.resolve("pack.zip");
        SigningKeys.publish(log, KEY.publicKey());
        try (AuditLog open = AuditLog.open(log, "test", NOON)) {
            open.signWith(SigningKeys.signer(KEY));
            for (int entry = 0; entry < 20; entry++) {
                open.append(AuditEvent.byServer("server.start", AuditEvent.DONE, Map.of()));
            }
            write(CompliancePack.make(log, open, documents(), NOON));
        }
    }

    private static Map<String, byte[]> documents() {
        return Map.of(
                "bundles.json",
                utf8("[]"),
                "compliance-matrix.md",
                utf8("# Matrix\n"),
                FIRM + "/processing-record.json",
                utf8("{\"controller\":\"Firm\"}"));
    }

    @Test
    void everyDocumentIsVerifiedWithoutTheServer() throws Exception {
        assertThat(ComplianceVerifier.recognises(pack)).isTrue();

        ComplianceVerdict verdict = verify();

        assertThat(verdict.genuine()).isTrue();
        assertThat(verdict.documents()).isEqualTo(3);
        assertThat(verdict.madeAt()).isEqualTo("2026-11-25T12:00:00Z");
        assertThat(ComplianceVerifier.verify(pack, Map.of()).genuine()).isTrue();
    }

    @Test
    void whatWasAlteredTakenOutOrPutInIsNamed() throws Exception {
        Map<String, byte[]> files = files();
        Map<String, byte[]> altered = new LinkedHashMap<>(files);
        altered.put("documents/bundles.json", utf8("[1]"));
        zip(altered);
        assertThat(verify().result()).isEqualTo(Result.ALTERED);
        assertThat(verify().document()).isEqualTo("documents/bundles.json");

        Map<String, byte[]> removed = new LinkedHashMap<>(files);
        removed.remove("documents/" + FIRM + "/processing-record.json");
        zip(removed);
        assertThat(verify().result()).isEqualTo(Result.REMOVED);
        assertThat(verify().document()).endsWith("processing-record.json");

        Map<String, byte[]> added = new LinkedHashMap<>(files);
        added.put("documents/more.json", utf8("{}"));
        zip(added);
        assertThat(verify().result()).isEqualTo(Result.ADDED);
        assertThat(verify().document()).isEqualTo("documents/more.json");
    }

    @Test
    void everyOneOfManyRandomTamperingsIsFound() throws Exception {
        Map<String, byte[]> files = files();
        List<String> names = files.keySet().stream()
                .filter(name -> !name.startsWith("keys/"))
                .toList();
        Random random = new Random(22);
        for (int round = 0; round < 400; round++) {
            String name = names.get(random.nextInt(names.size()));
            Map<String, byte[]> tampered = new LinkedHashMap<>(files);
            byte[] bytes = files.get(name).clone();
            int place = random.nextInt(bytes.length);
            bytes[place] ^= (byte) (1 << random.nextInt(7));
            tampered.put(name, bytes);
            zip(tampered);

            assertThat(genuine()).as("a bit of byte %d of %s", place, name).isFalse();
        }
    }

    @Test
    void whoeverSignsWithAKeyOfTheirOwnIsFoundByTheOneWhoHasTheTrueKey() throws Exception {
        SigningKeys.Encoded own = SigningKeys.create();
        SigningKeys.publish(log, own.publicKey());
        try (AuditLog open = AuditLog.open(log, "test", NOON)) {
            open.signWith(SigningKeys.signer(own));
            open.append(AuditEvent.byServer("server.stop", AuditEvent.DONE, Map.of()));
            write(CompliancePack.make(log, open, documents(), NOON));
        }

        assertThat(ComplianceVerifier.verify(pack, Map.of()).genuine()).isTrue();
        assertThat(verify().result()).isEqualTo(Result.KEY_UNKNOWN);
    }

    @Test
    void anEvidencePackIsNotTakenForOneNorTheOtherWayRound() throws Exception {
        assertThatThrownBy(() -> EvidenceVerifier.verify(pack, trusted())).isInstanceOf(EvidenceRefused.class);
    }

    @Test
    void foreignFilesAndCutOffPacksAreRefused() throws Exception {
        for (String name : List.of("documents/../evil.json", "documents/a/b.json", "/etc/evil", "documents/x.sh")) {
            Map<String, byte[]> files = files();
            files.put(name, new byte[] {1});
            zip(files);
            assertThatThrownBy(this::verify).as(name).isInstanceOf(EvidenceRefused.class);
            make();
        }
        byte[] whole = Files.readAllBytes(pack);
        Files.write(pack, Arrays.copyOf(whole, whole.length / 2));
        assertThat(ComplianceVerifier.recognises(pack)).isFalse();
        assertThatThrownBy(this::verify).isInstanceOf(EvidenceRefused.class);
    }

    @Test
    void nobodySignsWhileTheKeyRingIsClosed() {
        try (AuditLog open = AuditLog.open(log, "test", NOON)) {
            assertThatThrownBy(() -> CompliancePack.make(log, open, documents(), NOON))
                    .isInstanceOf(EvidenceUnavailableException.class);
        }
    }

    private ComplianceVerdict verify() throws IOException {
        return ComplianceVerifier.verify(pack, trusted());
    }

    private boolean genuine() throws IOException {
        try {
            return verify().genuine();
        } catch (EvidenceRefused e) {
            return false;
        }
    }

    private Map<String, PublicKey> trusted() throws IOException {
        return SigningKeys.parse(utf8(SigningKeys.text(KEY.publicKey())));
    }

    private void write(CompliancePack made) throws IOException {
        try (OutputStream out = Files.newOutputStream(pack)) {
            made.write(out);
        }
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(pack.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    files.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        return files;
    }

    private void zip(Map<String, byte[]> files) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(pack), StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
