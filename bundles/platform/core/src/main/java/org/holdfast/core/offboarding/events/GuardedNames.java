package org.holdfast.core.offboarding.events;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Resolves names for a connection that is made at once to what comes of it: nobody can lead it elsewhere between the check and the
 * call. One address that must not be called spoils all.
 */
final class GuardedNames implements DnsResolver {
    /** Each address that does not answer takes its time. */
    private static final int MOST = 3;

    private final DnsResolver names;

    GuardedNames() {
        this(SystemDefaultDnsResolver.INSTANCE);
    }

    GuardedNames(DnsResolver names) {
        this.names = names;
    }

    /** A name leads to where nothing may be sent. */
    static final class Forbidden extends UnknownHostException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = names.resolve(host);
        boolean loopback = TargetAddress.loopback(host);
        for (InetAddress one : found) {
            if (TargetAddress.forbidden(one, loopback)) {
                throw new Forbidden();
            }
        }
        return Arrays.copyOf(found, Math.min(MOST, found.length));
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }
}
