package org.holdfast.launcher.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipFile;
import jdk.security.jarsigner.JarSigner;

/** A vendor, a group and strangers with keys of their own, made by the JDK's keytool and used as jarsigner does. */
final class TestSigners {
    private static final String PASSWORD = "changeit";

    private final Path home;

    TestSigners(Path home) {
        this.home = home;
    }

    /** Makes a key with a certificate of its own, unless there is one. */
    TestSigners with(String who, String... options) throws IOException {
        if (Files.exists(home.resolve(who + ".made"))) {
            return this;
        }
        List<String> arguments =
                new ArrayList<>(List.of("-genkeypair", "-alias", "signer", "-keyalg", "EC", "-dname", "CN=" + who));
        arguments.addAll(List.of(options));
        keytool(who, arguments);
        Files.createFile(home.resolve(who + ".made"));
        return this;
    }

    /** Makes an authority and a signer it vouches for, unless there are. */
    TestSigners withAuthority(String who) throws IOException {
        if (Files.exists(home.resolve(who + ".made"))) {
            return this;
        }
        keytool(
                who,
                List.of("-genkeypair", "-alias", "ca", "-keyalg", "EC", "-dname", "CN=CA of " + who, "-ext", "bc:c"));
        return with(who, "-signer", "ca");
    }

    /** Writes a key store of those who are trusted. */
    TestSigners trust(Path store, String alias, String... whom) throws IOException, GeneralSecurityException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        for (String who : whom) {
            trust.setCertificateEntry(who, keys(who).getCertificate(alias));
        }
        try (OutputStream out = Files.newOutputStream(store)) {
            trust.store(out, PASSWORD.toCharArray());
        }
        return this;
    }

    X509Certificate certificate(String who) throws IOException, GeneralSecurityException {
        return (X509Certificate) keys(who).getCertificate("signer");
    }

    /** The authority's list with the signer's certificate on it. */
    void revokeByAuthority(String who, Path list) throws IOException, GeneralSecurityException {
        keytool(
                who,
                List.of(
                        "-gencrl",
                        "-alias",
                        "ca",
                        "-id",
                        certificate(who).getSerialNumber().toString(),
                        "-file",
                        list.toString()));
    }

    /** Signs a jar, by one after the other. */
    Path sign(Path jar, String... signers) {
        try {
            Path signed = jar;
            for (String who : signers) {
                signed = sign(signed, who, signed.resolveSibling(signed.getFileName() + "-" + who));
            }
            Path copy = jar.resolveSibling(jar.getFileName() + "-signed-by-" + String.join("-", signers));
            return Files.copy(signed, copy, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private Path sign(Path jar, String who, Path signed) throws IOException, GeneralSecurityException {
        KeyStore.PrivateKeyEntry key = (KeyStore.PrivateKeyEntry)
                keys(who).getEntry("signer", new KeyStore.PasswordProtection(PASSWORD.toCharArray()));
        try (ZipFile file = new ZipFile(jar.toFile());
                OutputStream out = Files.newOutputStream(signed)) {
            new JarSigner.Builder(key)
                    .signerName(who.toUpperCase(Locale.ROOT))
                    .build()
                    .sign(file, out);
        }
        return signed;
    }

    private KeyStore keys(String who) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(home.resolve(who + "-keys.p12"))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private void keytool(String who, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD, "-keystore"));
        command.add(home.resolve(who + "-keys.p12").toString());
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            assertThat(process.waitFor()).as(said).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
