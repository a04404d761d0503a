package org.holdfast.core.offboarding.events;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where events may be sent. Systems of the firm stand in private networks, so these are allowed; what is not is whatever answers to the
 * machine alone: other links, services of a cloud's own about the machine, groups. A name is judged by each address it leads to, at
 * each connection: it may lead elsewhere than a moment ago.
 */
final class TargetAddress {
    private static final int LONGEST = 2_000;
    private static final int HIGHEST_PORT = 65_535;
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|\\[::1]|::1");
    /** Where clouds tell a machine its own secrets, beside the link-local address that most have for it. */
    private static final Set<String> ABOUT_THE_MACHINE = Set.of(
            "100.100.100.200", "168.63.129.16", "192.0.0.192", "fd00:ec2:0:0:0:0:0:254", "fd20:ce:0:0:0:0:0:254");

    private static final int IPV4_BYTES = 4;
    private static final int NAT64_AT = 12;
    private static final int SIX_TO_FOUR_AT = 2;
    private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};
    private static final byte[] SIX_TO_FOUR = {0x20, 0x02};

    private TargetAddress() {}

    /** Returns the address that was written, where events may be sent to such a one; empty otherwise. */
    static Optional<URI> of(String written) {
        if (written.isEmpty() || written.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(written);
            return allowed(uri) ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean allowed(URI uri) {
        String host = uri.getHost();
        if (host == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            return false;
        }
        boolean secret = "https".equalsIgnoreCase(uri.getScheme());
        boolean plain = "http".equalsIgnoreCase(uri.getScheme()) && loopback(host);
        return (secret || plain) && uri.getPort() != 0 && uri.getPort() <= HIGHEST_PORT;
    }

    /** Says whether a host is the server's own machine by its very name. */
    static boolean loopback(String host) {
        return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }

    /** Says whether nothing may be sent to an address that a host's name led to. */
    static boolean forbidden(InetAddress address, boolean loopbackAllowed) {
        if (address.isLoopbackAddress()) {
            return !loopbackAllowed;
        }
        return address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress()
                || ABOUT_THE_MACHINE.contains(address.getHostAddress())
                || nowhere(address)
                || within(address).map(inner -> forbidden(inner, false)).orElse(false);
    }

    /** The networks {@code 0.0.0.0/8} and {@code 240.0.0.0/4} are nobody's. */
    private static boolean nowhere(InetAddress address) {
        int first = address.getAddress()[0] & 0xff;
        return address instanceof Inet4Address && (first == 0 || first >= 0xf0);
    }

    /** Returns the address that another carries within it for a gateway. */
    private static Optional<InetAddress> within(InetAddress address) {
        if (!(address instanceof Inet6Address six)) {
            return Optional.empty();
        }
        byte[] all = six.getAddress();
        boolean compatible = six.isIPv4CompatibleAddress();
        if (compatible || begins(all, NAT64)) {
            return Optional.of(inner(all, NAT64_AT));
        }
        return begins(all, SIX_TO_FOUR) ? Optional.of(inner(all, SIX_TO_FOUR_AT)) : Optional.empty();
    }

    private static boolean begins(byte[] all, byte[] prefix) {
        return Arrays.equals(Arrays.copyOf(all, prefix.length), prefix);
    }

    private static InetAddress inner(byte[] all, int at) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(all, at, at + IPV4_BYTES));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }
}
