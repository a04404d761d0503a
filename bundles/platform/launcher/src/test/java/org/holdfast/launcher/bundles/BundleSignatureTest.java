package org.holdfast.launcher.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Enumeration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.holdfast.launcher.start.StartFailure;
import org.holdfast.launcher.text.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose bundles are trusted: those a vendor signed and the group counter-signed, and nobody revoked. */
class BundleSignatureTest {
    @TempDir
    static Path keys;

    @TempDir
    Path home;

    private Path bundle = Path.of("");
    private TestSigners signers = new TestSigners(Path.of(""));
    private TrustFiles trust = TestHost.trust(Path.of(""));

    @BeforeEach
    void aBundleAVendorAndAGroup() throws IOException, GeneralSecurityException {
        trust = TestHost.trust(home);
        bundle = TestBundle.named("acme.retail").resource("text/a.txt", "hello").writeTo(home.resolve("retail"));
        signers = new TestSigners(keys).withAuthority("vendor").with("group");
        signers.trust(trust.vendors(), "ca", "vendor").trust(trust.group(), "signer", "group");
    }

    @Test
    void aBundleThatAVendorSignedAndTheGroupCounterSignedIsTrusted() {
        assertThat(check(signers.sign(bundle, "vendor", "group"))).isEmpty();
        assertThat(check(signers.sign(bundle, "group", "vendor"))).isEmpty();
    }

    @Test
    void withoutTheGroupsCounterSignatureNoVendorIsTrusted() {
        assertThat(check(signers.sign(bundle, "vendor"))).contains("the group has not counter-signed it");
    }

    @Test
    void theGroupDoesNotVouchForAStrangerNorForItself() throws IOException {
        signers.with("stranger");

        assertThat(check(bundle)).contains("it is not signed");
        assertThat(check(signers.sign(bundle, "stranger", "group")).orElseThrow())
                .contains("its signer is not in the trust store");
        assertThat(check(signers.sign(bundle, "group")).orElseThrow()).contains("its signer is not in the trust store");
    }

    @Test
    void oneKeyInBothStoresIsOneSignatureNotTwo() throws IOException, GeneralSecurityException {
        signers.trust(trust.vendors(), "signer", "group");

        assertThat(check(signers.sign(bundle, "group"))).contains("the group has not counter-signed it");
    }

    @Test
    void aCertificateForServersDoesNotSignCode() throws IOException, GeneralSecurityException {
        signers.with("web", "-ext", "eku=serverAuth").trust(trust.vendors(), "signer", "web");

        assertThat(check(signers.sign(bundle, "web", "group")).orElseThrow()).contains("made for signing code");
    }

    @Test
    void anExpiredCertificateIsNotTrusted() throws IOException, GeneralSecurityException {
        signers.with("old", "-startdate", "-2y", "-validity", "30").trust(trust.vendors(), "signer", "old");

        assertThat(check(signers.sign(bundle, "old", "group")).orElseThrow()).contains("valid now");
    }

    @Test
    void whatAByteChangedAnywhereLoadsIsWhatWasSignedOrNothing() throws IOException {
        Path signed = signers.sign(bundle, "vendor", "group");
        Map<String, String> content = content(signed);
        byte[] bytes = Files.readAllBytes(signed);
        Path tampered = home.resolve("tampered");
        int refused = 0;
        for (int at = 0; at < bytes.length; at += 7) {
            bytes[at] ^= 0x20;
            Files.write(tampered, bytes);
            if (check(tampered).isPresent()) {
                refused++;
            } else {
                // A byte nobody reads: a date, a comment.
                assertThat(content(tampered)).as("byte %d", at).isEqualTo(content);
            }
            bytes[at] ^= 0x20;
        }
        assertThat(refused).isGreaterThan(bytes.length / 7 / 2);
    }

    @Test
    void aChangedOrAddedEntryIsNoticed() {
        Path changed = signers.sign(bundle, "vendor", "group");
        write(changed, "text/a.txt", "other");
        assertThat(check(changed)).contains("an entry was changed after signing");

        for (String added : new String[] {"acme/Added.class", "META-INF/more/x.RSA", "META-INF/SIG-x"}) {
            Path more = signers.sign(bundle, "vendor", "group");
            write(more, added, "new bytes");
            assertThat(check(more)).as(added).contains("it is not signed");
        }
    }

    @Test
    void whatFollowsTheSignedPartOfAnEntryIsNoticed() throws IOException {
        Path longer = signers.sign(bundle, "vendor", "group");
        write(longer, "text/a.txt", "hello and more");
        byte[] bytes = Files.readAllBytes(longer);
        int header = new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("text/a.txt") - 46;
        assertThat(bytes[header + 24]).as("the size in the directory").isEqualTo((byte) "hello and more".length());

        bytes[header + 24] = (byte) "hello".length();
        Files.write(longer, bytes);

        assertThat(check(longer)).contains("an entry was changed after signing");
    }

    @Test
    void aShippedBundleIsKnownByItsDigestUnlessThatIsRevoked() throws IOException {
        Files.writeString(trust.shipped(), BundleSignature.sha256(bundle) + "  retail.jar\n");
        assertThat(check(bundle)).isEmpty();

        revoke("bundle " + BundleSignature.sha256(bundle) + "  # a flaw");
        assertThat(check(bundle)).contains("it is revoked");
    }

    @Test
    void withoutAStoreOrWithADamagedOneNobodyIsTrusted() throws IOException {
        Path signed = signers.sign(bundle, "vendor", "group");
        Files.delete(trust.group());
        assertThat(check(signed).orElseThrow()).contains("counter-signs");
        Files.writeString(trust.group(), "damaged");
        assertThat(check(signed).orElseThrow()).contains("group-trust.p12").contains("cannot be read");
        Files.delete(trust.vendors());
        assertThat(check(signed).orElseThrow()).contains("cannot be read");
        Files.delete(trust.group());
        assertThat(check(signed).orElseThrow()).contains("no trust store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"vendor", "group"})
    void aRevokedCertificateSignsNothing(String who) throws IOException, GeneralSecurityException {
        Path signed = signers.sign(bundle, "vendor", "group");
        String fingerprint = Revocations.fingerprint(signers.certificate(who)).toUpperCase(Locale.ROOT);

        revoke("# lost on a train\ncertificate " + fingerprint.replaceAll("(..)(?!$)", "$1:"));

        assertThat(check(signed)).contains("a certificate it is signed with is revoked");
    }

    @Test
    void aRevokedAuthoritySignsNothing() throws IOException, GeneralSecurityException {
        Path signed = signers.sign(bundle, "vendor", "group");

        revoke("certificate "
                + Revocations.fingerprint(
                        (X509Certificate) TrustStore.read(trust.vendors()).getCertificate("vendor")));

        assertThat(check(signed)).contains("a certificate it is signed with is revoked");
    }

    @Test
    void whatItsAuthorityHasRevokedSignsNothing() throws IOException, GeneralSecurityException {
        Path signed = signers.sign(bundle, "vendor", "group");
        signers.withAuthority("other");
        Files.createDirectories(trust.authorities());

        signers.revokeByAuthority("other", trust.authorities().resolve("other.crl"));
        assertThat(check(signed)).isEmpty();

        signers.revokeByAuthority("vendor", trust.authorities().resolve("vendor.crl"));
        assertThat(check(signed)).contains("a certificate it is signed with is revoked");
    }

    @Test
    void aRevokedBundleDoesNotComeBackPackedAnew() throws IOException {
        Path signed = signers.sign(bundle, "vendor", "group");
        Path again = packedAnew(signed);
        assertThat(BundleSignature.sha256(again)).isNotEqualTo(BundleSignature.sha256(signed));
        assertThat(check(again)).isEmpty();

        String signature = BundleVerification.identities(signed).stream()
                .filter(said -> said.key().equals("bundle.signature"))
                .map(said -> said.arguments().get(0).toString())
                .findFirst()
                .orElseThrow();
        revoke("bundle " + signature);

        assertThat(check(again)).contains("it is revoked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bundle 12", "certificate", "key 00", "bundle zz", "certificate\u0000"})
    void aLineNobodyUnderstandsIsNotPassedOver(String line) throws IOException {
        revoke("# fine\n" + line);

        assertThatThrownBy(() -> check(bundle))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("Line 2")
                .hasMessageContaining("revoked.txt");
    }

    @Test
    void aFileThatIsNoListOfAnAuthorityIsNotPassedOver() throws IOException {
        Files.createDirectories(trust.authorities());
        Files.writeString(trust.authorities().resolve("a.crl"), "no list");

        assertThatThrownBy(() -> check(bundle)).isInstanceOf(StartFailure.class).hasMessageContaining("a.crl");
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpackedToItsEnd() throws IOException {
        assertThat(check(bomb("one", 1, 1100))).contains("it is larger than a bundle may be");
        assertThat(check(bomb("many", 10_001, 0))).contains("it has more than 10000 entries");
    }

    private Path bomb(String name, int entries, int megabytes) throws IOException {
        Path jar = home.resolve(name);
        byte[] nothing = new byte[1 << 20];
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            out.setLevel(Deflater.BEST_SPEED);
            for (int entry = 0; entry < entries; entry++) {
                out.putNextEntry(new ZipEntry("e" + entry));
                for (int i = 0; i < megabytes; i++) {
                    out.write(nothing);
                }
            }
        }
        return jar;
    }

    private void revoke(String lines) throws IOException {
        Files.writeString(trust.revoked(), lines + "\n");
    }

    private Optional<String> check(Path jar) {
        return BundleVerification.check(jar, trust).map(Message::toString);
    }

    private Path packedAnew(Path jar) throws IOException {
        Path again = home.resolve("again");
        try (ZipFile file = new ZipFile(jar.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(again))) {
            for (Enumeration<? extends ZipEntry> all = file.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                out.putNextEntry(new ZipEntry(entry.getName()));
                file.getInputStream(entry).transferTo(out);
            }
        }
        return again;
    }

    /** Folders hold nothing; signatures are read by nobody else, their names and some of their bytes say nothing. */
    private static boolean isLoaded(ZipEntry entry) {
        return !entry.isDirectory()
                && !entry.getName().endsWith(".EC")
                && !entry.getName().endsWith(".SF");
    }

    /** What of a jar can be loaded: names and bytes. */
    private static Map<String, String> content(Path jar) throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (ZipFile file = new ZipFile(jar.toFile())) {
            for (ZipEntry entry :
                    file.stream().filter(BundleSignatureTest::isLoaded).toList()) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                file.getInputStream(entry).transferTo(bytes);
                CRC32 sum = new CRC32();
                sum.update(bytes.toByteArray());
                content.put(entry.getName(), HexFormat.of().toHexDigits(sum.getValue()));
            }
        }
        return content;
    }

    private static void write(Path jar, String entry, String content) {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Path path = zip.getPath(entry);
            if (path.getParent() != null) {
                Files.createDirectories(path.getParent());
            }
            try (OutputStream out = Files.newOutputStream(path)) {
                out.write(content.getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
