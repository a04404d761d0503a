package org.holdfast.core.access;

import java.net.URI;
import java.util.Locale;
import org.holdfast.core.platform.rest.RestException;

/**
 * Whom passkeys are made for: the console under the address that browsers see.
 *
 * @param id the host's name, the relying party's id of WebAuthn
 * @param origin scheme, host and port
 */
record RelyingParty(String id, String origin) {

    /**
     * Reads it from an address.
     *
     * @throws RestException with status 409 where the host has no name: browsers make no passkeys for numbers
     */
    static RelyingParty of(URI address) {
        String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
        if (host.startsWith("[") || host.matches("[0-9.]+")) {
            throw RestException.of(AccessError.PASSKEY_ADDRESS, "Passkeys belong to a host with a name.");
        }
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        boolean usual = address.getPort() < 0 || address.getPort() == ("https".equals(scheme) ? 443 : 80);
        return new RelyingParty(host, scheme + "://" + host + (usual ? "" : ":" + address.getPort()));
    }
}
