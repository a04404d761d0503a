package org.holdfast.launcher.https;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * What the server shows in a handshake, and whose client certificates it takes.
 *
 * @param chain the server's certificate and those between it and the root, its own first; at least one
 * @param key the certificate's key; it fits
 * @param authorities the authorities whose client certificates are taken; empty: no client is asked for one
 */
record ServerIdentity(List<X509Certificate> chain, PrivateKey key, List<X509Certificate> authorities) {
    ServerIdentity {
        chain = List.copyOf(chain);
        authorities = List.copyOf(authorities);
    }

    X509Certificate certificate() {
        return chain.get(0);
    }

    @Override
    public String toString() {
        return "certificate " + certificate().getSerialNumber().toString(16);
    }
}
