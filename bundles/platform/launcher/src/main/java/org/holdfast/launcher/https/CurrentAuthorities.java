package org.holdfast.launcher.https;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/** Checks client certificates against the authorities in use; without authorities none is taken. */
final class CurrentAuthorities extends X509ExtendedTrustManager {
    private final Supplier<ServerIdentity> source;

    CurrentAuthorities(Supplier<ServerIdentity> source) {
        this.source = source;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        java().checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        java().checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        java().checkClientTrusted(chain, type);
    }

    /** Java's own check of a path (RFC 5280), which reads nothing of the server's settings of trust. */
    private X509ExtendedTrustManager java() throws CertificateException {
        List<X509Certificate> authorities = source.get().authorities();
        if (authorities.isEmpty()) {
            throw new CertificateException("No client certificates are taken");
        }
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (int i = 0; i < authorities.size(); i++) {
                store.setCertificateEntry(String.valueOf(i), authorities.get(i));
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            for (TrustManager found : factory.getTrustManagers()) {
                if (found instanceof X509ExtendedTrustManager manager) {
                    return manager;
                }
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new CertificateException(e);
        }
        throw new CertificateException("Java has no check of certificates");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return source.get().authorities().toArray(X509Certificate[]::new);
    }

    @Override
    public void checkServerTrusted(
            X509Certificate @Nullable [] chain, @Nullable String type, @Nullable SSLEngine engine)
            throws CertificateException {
        throw noClient();
    }

    @Override
    public void checkServerTrusted(X509Certificate @Nullable [] chain, @Nullable String type, @Nullable Socket socket)
            throws CertificateException {
        throw noClient();
    }

    @Override
    public void checkServerTrusted(X509Certificate @Nullable [] chain, @Nullable String type)
            throws CertificateException {
        throw noClient();
    }

    private static CertificateException noClient() {
        return new CertificateException("This is a server's end");
    }
}
