package org.holdfast.core.access;

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
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate that signs itself, for a server of a test. */
public record TestCertificate(SSLContext server, Path pem) {
    private static final String PASSWORD = "changeit";

    /** Makes one for 127.0.0.1, or for another host only. */
    public static TestCertificate make(Path folder, String name, boolean forThisHost) throws IOException {
        Path store = folder.resolve(name + ".p12");
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ResultCode result = ManageCertificates.main(
                null,
                said,
                said,
                "generate-self-signed-certificate",
                "--keystore",
                store.toString(),
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
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(in, PASSWORD.toCharArray());
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(keys, PASSWORD.toCharArray());
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            String body = Base64.getMimeEncoder()
                    .encodeToString(keys.getCertificate("server").getEncoded());
            Path pem = folder.resolve(name + ".pem");
            Files.writeString(pem, "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
            return new TestCertificate(context, pem);
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
