package org.holdfast.launcher.https;

import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactorySpi;
import javax.net.ssl.ManagerFactoryParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactorySpi;
import org.jspecify.annotations.Nullable;

/**
 * Offers the server's certificate to the application server under a name of its own.
 *
 * <p>Application servers read a key store once, when they open the port. They find the factories of key and trust
 * managers by the name of an algorithm, though: with the name {@value #ALGORITHM} they get ours, which look up the
 * certificate at every handshake. Nothing else in the process asks by that name.
 */
public final class HttpsProvider extends Provider {
    /** The name under which the factories are found. */
    public static final String ALGORITHM = "Holdfast";

    private static final long serialVersionUID = 1L;

    private final transient Https https;

    private HttpsProvider(Https https) {
        super("HoldfastHttps", "1", "The server's certificate, replaced while it runs");
        this.https = https;
        putService(new Managers("KeyManagerFactory", Keys.class));
        putService(new Managers("TrustManagerFactory", Authorities.class));
    }

    /**
     * Offers a certificate, in place of one that was offered before.
     *
     * @param https the certificate
     */
    public static void offer(Https https) {
        HttpsProvider provider = new HttpsProvider(https);
        Security.removeProvider(provider.getName());
        Security.addProvider(provider);
    }

    /** One of the two factories. */
    private final class Managers extends Service {
        Managers(String type, Class<?> made) {
            super(HttpsProvider.this, type, ALGORITHM, made.getName(), List.of(), Map.of());
        }

        @Override
        public Object newInstance(@Nullable Object parameter) throws NoSuchAlgorithmException {
            return getType().equals("KeyManagerFactory") ? new Keys(https) : new Authorities(https);
        }
    }

    /** Makes the key manager; what it is told about key stores does not matter. */
    private static final class Keys extends KeyManagerFactorySpi {
        private final Https https;

        Keys(Https https) {
            this.https = https;
        }

        @Override
        protected void engineInit(@Nullable KeyStore store, char @Nullable [] password) {
            // The certificate comes from its own files.
        }

        @Override
        protected void engineInit(@Nullable ManagerFactoryParameters parameters) {
            // The certificate comes from its own files.
        }

        @Override
        protected KeyManager[] engineGetKeyManagers() {
            return new KeyManager[] {new CurrentKey(https::identity)};
        }
    }

    /** Makes the trust manager; what it is told about trust stores does not matter. */
    private static final class Authorities extends TrustManagerFactorySpi {
        private final Https https;

        Authorities(Https https) {
            this.https = https;
        }

        @Override
        protected void engineInit(@Nullable KeyStore store) {
            // The authorities come from their own file.
        }

        @Override
        protected void engineInit(@Nullable ManagerFactoryParameters parameters) {
            // The authorities come from their own file.
        }

        @Override
        protected TrustManager[] engineGetTrustManagers() {
            return new TrustManager[] {new CurrentAuthorities(https::identity)};
        }
    }
}
