package org.holdfast.launcher.https;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;
import org.assertj.core.api.AbstractStringAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.holdfast.launcher.config.HttpsSettings;
import org.holdfast.launcher.fixture.TestAuthority;
import org.holdfast.launcher.start.StartFailure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every way to give a certificate, and every way to give a wrong one: each says which file and what to do. */
class IdentityFilesTest {
    @TempDir
    Path folder;

    private TestAuthority authority;
    private TestAuthority.Issued server;
    private Path password;

    @BeforeEach
    void files() throws IOException, GeneralSecurityException {
        authority = TestAuthority.make(folder);
        server = authority.issue("server", 90);
        password = folder.resolve("password");
        Files.writeString(password, TestAuthority.PASSWORD + "\n");
    }

    @Test
    void aCertificateWithItsChainAndKeyIsReadFromPem() {
        ServerIdentity read = read(server.pem(), server.key(), null);

        assertThat(read.chain()).hasSize(2);
        assertThat(read.certificate()).isEqualTo(server.certificate());
        assertThat(read.toString()).doesNotContain(String.valueOf(read.key()));
    }

    @Test
    void aKeyOfEd25519IsTaken() throws Exception {
        TestAuthority.Issued edwards = authority.issue("ed", List.of("-keyalg", "Ed25519"));

        assertThat(read(edwards.pem(), edwards.key(), null).key().getAlgorithm())
                .isEqualTo("EdDSA");
    }

    @Test
    void anEncryptedKeyIsOpenedWithItsPassword() throws Exception {
        Path sealed = folder.resolve("sealed.key");
        TestAuthority.writePem(
                sealed,
                "ENCRYPTED PRIVATE KEY",
                List.of(encrypted(server.secret().getEncoded())));

        assertThat(read(server.pem(), sealed, password).key()).isEqualTo(server.secret());
        assertThatFailure(() -> read(server.pem(), sealed, null)).contains("has a password", "password-file");
        Files.writeString(password, "another\n");
        assertThatFailure(() -> read(server.pem(), sealed, password)).contains("does not open", sealed.toString());
    }

    @Test
    void everythingIsReadFromPkcs12() throws Exception {
        Path store = folder.resolve("server.p12");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry(
                "any", server.secret(), TestAuthority.PASSWORD.toCharArray(), new Certificate[] {server.certificate()});
        try (OutputStream out = Files.newOutputStream(store)) {
            keys.store(out, TestAuthority.PASSWORD.toCharArray());
        }

        assertThat(read(store, null, password).certificate()).isEqualTo(server.certificate());
        assertThatFailure(() -> read(store, null, null)).contains("has a password");
        Files.writeString(password, "another\n");
        assertThatFailure(() -> read(store, null, password)).contains("does not open", store.toString());
    }

    @Test
    void wrongFilesAreNamedWithWhatToDo() throws Exception {
        TestAuthority.Issued other = authority.issue("other", 90);
        Path old = folder.resolve("old.key");
        TestAuthority.writePem(old, "RSA PRIVATE KEY", List.of(new byte[] {1, 2, 3}));
        Path nothing = Files.writeString(folder.resolve("nothing.pem"), "nothing\n");

        assertThatFailure(() -> read(server.pem(), other.key(), null))
                .contains(
                        other.key().toString(),
                        "is not that of the certificate in",
                        server.pem().toString());
        assertThatFailure(() -> read(folder.resolve("absent.pem"), server.key(), null))
                .contains("absent.pem", "cannot be read");
        assertThatFailure(() -> read(nothing, server.key(), null)).contains("nothing.pem", "holds no certificate");
        assertThatFailure(() -> read(server.pem(), nothing, null)).contains("nothing.pem", "holds no key");
        assertThatFailure(() -> read(server.pem(), old, null)).contains("old form", "openssl pkcs8");
        assertThatFailure(() -> read(server.pem(), null, password))
                .contains(server.pem().toString());
    }

    private static byte[] encrypted(byte[] key) throws GeneralSecurityException, IOException {
        String algorithm = "PBEWithHmacSHA256AndAES_256";
        byte[] salt = new byte[16];
        byte[] iv = new byte[16];
        new SecureRandom().nextBytes(salt);
        SecretKey secret = SecretKeyFactory.getInstance(algorithm)
                .generateSecret(new PBEKeySpec(TestAuthority.PASSWORD.toCharArray()));
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(Cipher.ENCRYPT_MODE, secret, new PBEParameterSpec(salt, 2_048, new IvParameterSpec(iv)));
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
        parameters.init(cipher.getParameters().getEncoded());
        return new EncryptedPrivateKeyInfo(parameters, cipher.doFinal(key)).getEncoded();
    }

    private static AbstractStringAssert<?> assertThatFailure(ThrowingCallable call) {
        return assertThat(catchThrowableOfType(StartFailure.class, call).getMessage());
    }

    private static ServerIdentity read(Path certificate, Path key, Path password) {
        return new IdentityFiles(new HttpsSettings(
                        "127.0.0.1",
                        8443,
                        new HttpsSettings.Files(certificate, Optional.ofNullable(key), Optional.ofNullable(password)),
                        false,
                        new HttpsSettings.Clients(Optional.empty(), HttpsSettings.Clients.Needed.TOKENS)))
                .read();
    }
}
