package org.holdfast.core.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom another system's certificate must be signed by. */
public final class Authorities {
    private Authorities() {}

    /**
     * Makes the context of TLS connections.
     *
     * @param file PEM file with the certificates of the firm's authorities, which alone are trusted then; empty for those
     *     Java trusts
     * @return the context, which checks whom it speaks to as far as the connection asks for it
     * @throws IOException where the file cannot be read or holds no certificate
     */
    public static SSLContext context(Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            return trusting(null);
        }
        try (InputStream in = Files.newInputStream(file.get())) {
            return context(in);
        }
    }

    /**
     * Makes the context of TLS connections to who is certified by some authorities alone.
     *
     * @param pem the certificates of the authorities in PEM; not closed
     * @return the context, which checks whom it speaks to as far as the connection asks for it
     * @throws IOException where they cannot be read, or there is none
     */
    public static SSLContext context(InputStream pem) throws IOException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("authority-" + number++, certificate);
            }
            if (number == 0) {
                throw new IOException("There is no certificate of an authority");
            }
            return trusting(store);
        } catch (GeneralSecurityException e) {
            throw new IOException("The certificates of the authorities cannot be taken", e);
        }
    }

    private static SSLContext trusting(@Nullable KeyStore store) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("The certificates of the authorities cannot be taken", e);
        }
    }
}
