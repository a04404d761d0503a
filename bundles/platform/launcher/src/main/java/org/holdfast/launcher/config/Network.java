package org.holdfast.launcher.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A range of internet addresses in CIDR form (RFC 4632, RFC 4291), such as {@code 10.0.0.0/8} or {@code 2001:db8::/32}; a
 * single address is a range of one. Immutable. Names are never looked up.
 */
public final class Network {
    /** What {@link InetAddress} takes for an address without asking a name server. */
    private static final Pattern FOUR = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");

    private static final Pattern SIX = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:.]+");

    private final byte[] first;
    private final int prefix;

    private Network(byte[] first, int prefix) {
        this.first = first;
        this.prefix = prefix;
    }

    /**
     * Reads a range.
     *
     * @param text an address, with or without a slash and the number of leading bits that count
     * @return the range, or empty where the text is none, or has bits set beyond those that count
     */
    public static Optional<Network> of(String text) {
        String[] parts = text.strip().split("/", -1);
        Optional<byte[]> address = parts.length > 2 ? Optional.empty() : bytes(parts[0]);
        return address.flatMap(bytes -> {
            int bits = bytes.length * Byte.SIZE;
            int prefix = parts.length == 1 ? bits : prefix(parts[1]);
            boolean sound = prefix >= 0 && prefix <= bits && Arrays.equals(bytes, cut(bytes, prefix));
            return sound ? Optional.of(new Network(bytes, prefix)) : Optional.empty();
        });
    }

    /**
     * Tells whether an address is in this range.
     *
     * @param address an address as text; one that is none is in no range
     * @return true where it is
     */
    public boolean contains(String address) {
        return bytes(address)
                .filter(bytes -> bytes.length == first.length && Arrays.equals(first, cut(bytes, prefix)))
                .isPresent();
    }

    /**
     * Writes an address in its one usual form, so that two texts of the same address are equal.
     *
     * @param address an address as text
     * @return its usual form, or empty where the text is no address
     */
    public static Optional<String> usual(String address) {
        return parse(address).map(InetAddress::getHostAddress);
    }

    /**
     * Tells whether an address is of this machine only.
     *
     * @param address an address as text
     * @return true for {@code 127.0.0.0/8} and {@code ::1}
     */
    public static boolean isLoopback(String address) {
        return parse(address).filter(InetAddress::isLoopbackAddress).isPresent();
    }

    private static int prefix(String text) {
        return text.matches("\\d{1,3}") ? Integer.parseInt(text) : -1;
    }

    private static Optional<byte[]> bytes(String text) {
        return parse(text).map(InetAddress::getAddress);
    }

    private static Optional<InetAddress> parse(String text) {
        String address = text.strip();
        if (!FOUR.matcher(address).matches() && !SIX.matcher(address).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(address));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Returns the bytes with all bits beyond the prefix cleared. */
    private static byte[] cut(byte[] bytes, int prefix) {
        byte[] cut = new byte[bytes.length];
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 1 << (Byte.SIZE - 1 - bit % Byte.SIZE);
            cut[bit / Byte.SIZE] |= (byte) (bytes[bit / Byte.SIZE] & mask);
        }
        return cut;
    }
}
