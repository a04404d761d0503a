package org.holdfast.connector.ldap;

import com.unboundid.ldap.sdk.ResultCode;
import com.unboundid.util.ssl.cert.ManageCertificates;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate that signs itself, for a server of a test, and whoever trusts it. */
record TestCertificate(SSLContext server, SSLContext client) {
    private static final String PASSWORD = "changeit";

    /** Makes one for 127.0.0.1, or for another host only. */
    static TestCertificate make(Path folder, String name, boolean forThisHost) throws IOException {
        Path file = folder.resolve(name + ".p12");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ResultCode result = ManageCertificates.main(
                null,
                said,
                said,
                "generate-self-signed-certificate",
                "--keystore",
                file.toString(),
                "--keystore-type",
                "PKCS12",
                "--keystore-password",
                PASSWORD,
                "--alias",
                "server",
                "--subject-dn",
                "CN=" + name,
                forThisHost ? "--subject-alternative-name-ip-address" : "--subject-alternative-name-dns",
                forThisHost ? "127.0.0.1" : "another.example");
        if (!result.equals(ResultCode.SUCCESS)) {
            throw new IOException(said.toString(StandardCharsets.UTF_8));
        }
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            own.init(keys, PASSWORD.toCharArray());
            SSLContext server = SSLContext.getInstance("TLS");
            server.init(own.getKeyManagers(), null, null);
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            trusted.setCertificateEntry("authority", keys.getCertificate("server"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext client = SSLContext.getInstance("TLS");
            client.init(null, trust.getTrustManagers(), null);
            return new TestCertificate(server, client);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
