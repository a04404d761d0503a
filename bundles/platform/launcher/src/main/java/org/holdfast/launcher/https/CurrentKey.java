package org.holdfast.launcher.https;

import java.net.Socket;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * Gives each handshake the certificate that is in use when it begins.
 *
 * <p>Java asks for an alias first and then, by it, for key and chain: an alias names one reading of the files, so that a
 * handshake in the midst of which the certificate is renewed does not get the key of one and the chain of the other.
 */
final class CurrentKey extends X509ExtendedKeyManager {
    private final Supplier<ServerIdentity> source;
    private final AtomicReference<Named> latest;

    CurrentKey(Supplier<ServerIdentity> source) {
        this.source = source;
        this.latest = new AtomicReference<>(new Named(0, source.get(), null));
    }

    /** An identity under its number, and the one before for handshakes that have begun. */
    private record Named(
            int number, ServerIdentity identity, @Nullable Named before) {

        Named next(ServerIdentity newest) {
            return newest.equals(identity) ? this : new Named(number + 1, newest, new Named(number, identity, null));
        }
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        Named named = latest.updateAndGet(present -> present.next(source.get()));
        // Such as EC, or EC_RSA where older versions of TLS say who signed the certificate, too.
        String wanted = keyType.split("_", 2)[0];
        return wanted.equals(named.identity().key().getAlgorithm()) ? String.valueOf(named.number()) : null;
    }

    private @Nullable ServerIdentity byAlias(@Nullable String alias) {
        for (Named named = latest.get(); named != null; named = named.before()) {
            if (String.valueOf(named.number()).equals(alias)) {
                return named.identity();
            }
        }
        return null;
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(@Nullable String alias) {
        ServerIdentity identity = byAlias(alias);
        return identity == null ? null : identity.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(@Nullable String alias) {
        ServerIdentity identity = byAlias(alias);
        return identity == null ? null : identity.key();
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return chooseEngineServerAlias(keyType, issuers, null);
    }

    @Override
    public String @Nullable [] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        String alias = chooseEngineServerAlias(keyType, issuers, null);
        return alias == null ? null : new String[] {alias};
    }

    /** This server shows itself to nobody as a client. */
    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyTypes, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
