package org.holdfast.launcher.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.launcher.bundles.TestHost.SOON;
import static org.holdfast.launcher.bundles.TestHost.awaits;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;
import org.holdfast.launcher.text.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleSignatureTest {
    private static final char[] PASSWORD = "changeit".toCharArray();

    @TempDir
    Path home;

    private Path bundle = Path.of("");

    @BeforeEach
    void aBundleAndTwoSigners() throws IOException, InterruptedException, GeneralSecurityException {
        bundle = TestBundle.answering("acme.retail", "retail").writeTo(home.resolve("retail"));
        makeKey("group");
        makeKey("stranger");
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("group", keys("group").getCertificate("signer"));
        try (OutputStream out = Files.newOutputStream(home.resolve("trust.p12"))) {
            trust.store(out, PASSWORD);
        }
    }

    @Test
    void anUnsignedBundleIsRefusedInProductionAndTakenInADemo() throws IOException {
        assertThat(check(bundle)).contains("it is not signed");

        try (TestHost host = TestHost.inProduction(home)) {
            host.drop(Files.copy(bundle, home.resolve("copy")), "unsigned.jar");
            host.drop(signed("group"), "signed.jar");
            awaits(SOON, () -> host.offers("acme.retail"));

            assertThat(host.registry().bundles()).hasSize(1);
            assertThat(host.report("acme.retail").signed()).isTrue();
        }
        Files.delete(TestHost.folder(home).resolve("signed.jar"));
        try (TestHost host = TestHost.inDemo(home)) {
            assertThat(host.report("acme.retail").signed()).isFalse();
        }
    }

    @Test
    void aBundleSignedByAStrangerIsNotTrusted() throws IOException {
        assertThat(check(signed("stranger"))).contains("its signer is not in the trust store");
    }

    @Test
    void aBundleChangedAfterSigningIsNotTrusted() throws IOException {
        Path signed = signed("group");
        assertThat(check(signed)).isEmpty();

        write(signed, "acme/Model.class", "other bytes");

        assertThat(check(signed)).contains("an entry was changed after signing");
    }

    @Test
    void aBundleWithAnEntryAddedAfterSigningIsNotTrusted() throws IOException {
        Path signed = signed("group");

        write(signed, "acme/Added.class", "new bytes");

        assertThat(check(signed)).contains("it is not signed");
    }

    @Test
    void aShippedBundleIsKnownByItsDigest() throws IOException, GeneralSecurityException {
        Files.writeString(home.resolve("bundles.sha256"), BundleSignature.sha256(bundle) + "  retail.jar\n");

        assertThat(check(bundle)).isEmpty();
    }

    @Test
    void aTrustStoreThatCannotBeReadIsNotTakenForABadJar() throws IOException {
        Files.writeString(home.resolve("trust.p12"), "damaged");

        assertThat(check(signed("group")).orElseThrow()).contains("trust store");
    }

    @Test
    void withoutATrustStoreNoSignerIsTrusted() throws IOException {
        Files.delete(home.resolve("trust.p12"));

        assertThat(check(signed("group")).orElseThrow()).contains("no trust store");
    }

    private Optional<String> check(Path jar) {
        return BundleVerification.check(jar, home.resolve("bundles.sha256"), home.resolve("trust.p12"))
                .map(Message::toString);
    }

    private Path signed(String who) throws IOException {
        Path signed = home.resolve("signed-by-" + who);
        try (ZipFile jar = new ZipFile(bundle.toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            KeyStore.PrivateKeyEntry key =
                    (KeyStore.PrivateKeyEntry) keys(who).getEntry("signer", new KeyStore.PasswordProtection(PASSWORD));
            new JarSigner.Builder(key)
                    .signerName(who.toUpperCase(Locale.ROOT))
                    .build()
                    .sign(jar, out);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
        return signed;
    }

    private KeyStore keys(String who) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(home.resolve(who + ".p12"))) {
            store.load(in, PASSWORD);
        }
        return store;
    }

    private void makeKey(String who) throws IOException, InterruptedException {
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        Process process = new ProcessBuilder(List.of(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "signer",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=" + who,
                        "-validity",
                        "30",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        home.resolve(who + ".p12").toString()))
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(answer).isZero();
    }

    private static void write(Path jar, String entry, String content) {
        try (FileSystem zip = FileSystems.newFileSystem(jar)) {
            Files.writeString(zip.getPath(entry), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
