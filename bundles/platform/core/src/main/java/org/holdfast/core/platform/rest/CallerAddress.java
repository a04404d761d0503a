package org.holdfast.core.platform.rest;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.holdfast.launcher.config.Network;

/** Finds out from where a call comes: through reverse proxies that are trusted, and through no others. */
final class CallerAddress {
    private CallerAddress() {}

    /**
     * Returns the caller's address.
     *
     * @param remote who opened the connection
     * @param said the values of {@code X-Forwarded-For}, in their order
     * @param trusted the proxies whose word counts
     * @return the last address that none of the trusted proxies has, in its usual form; empty where a trusted one says
     *     something that is no address
     */
    static String of(String remote, List<String> said, List<Network> trusted) {
        Deque<String> before = new ArrayDeque<>();
        said.forEach(
                value -> Arrays.stream(value.split(",", -1)).map(String::strip).forEach(before::addLast));
        String address = Network.usual(remote).orElse(remote);
        while (!before.isEmpty() && isTrusted(address, trusted)) {
            Optional<String> next = Network.usual(before.removeLast());
            if (next.isEmpty()) {
                return "";
            }
            address = next.get();
        }
        return address;
    }

    private static boolean isTrusted(String address, List<Network> trusted) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }
}
