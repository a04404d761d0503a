package org.holdfast.core.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.holdfast.core.platform.rest.Fingerprints;

/**
 * Slows down whoever guesses passwords: from the fifth failure on, each doubles the wait, up to fifteen minutes. It is
 * counted per account and per address, never lasts, and is forgotten after a day or a success. Safe for use from many
 * threads; kept in memory, so a restart forgets it.
 */
final class SignInDelays {
    private static final int FREE_PER_ACCOUNT = 4;
    /** Many people may sit behind one address. */
    private static final int FREE_PER_ADDRESS = 20;

    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    private static final int MOST_KEPT = 20_000;
    private static final int HIGHEST_SHIFT = 20;

    private final Clock clock;
    private final Map<String, Failures> kept = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > MOST_KEPT;
        }
    };

    SignInDelays(Clock clock) {
        this.clock = clock;
    }

    /**
     * Returns how long to wait before the next attempt.
     *
     * @param accountToo whether the account's own delay counts; it does not for the last security administrator, who
     *     could otherwise be kept out by strangers
     */
    synchronized Duration wait(String username, String address, boolean accountToo) {
        Duration byAddress = remaining(addressKey(address), FREE_PER_ADDRESS);
        Duration byAccount = accountToo ? remaining(accountKey(username), FREE_PER_ACCOUNT) : Duration.ZERO;
        return byAddress.compareTo(byAccount) > 0 ? byAddress : byAccount;
    }

    synchronized void failed(String username, String address) {
        count(accountKey(username));
        count(addressKey(address));
    }

    /** Returns how long an address has to wait that names no account. */
    synchronized Duration waitAt(String address) {
        return remaining(addressKey(address), FREE_PER_ADDRESS);
    }

    synchronized void failedAt(String address) {
        count(addressKey(address));
    }

    synchronized void succeeded(String username) {
        kept.remove(accountKey(username));
    }

    /** Returns how long to wait before the next code of a second factor; only who knows the password is asked for one. */
    synchronized Duration waitForCode(String username) {
        return remaining(codeKey(username), FREE_PER_ACCOUNT);
    }

    synchronized void codeFailed(String username) {
        count(codeKey(username));
    }

    synchronized void codeSucceeded(String username) {
        kept.remove(codeKey(username));
    }

    /** Forgets all failures of an account. */
    synchronized void forget(String username) {
        succeeded(username);
        codeSucceeded(username);
    }

    private void count(String key) {
        Failures before = present(key);
        kept.put(key, new Failures(before.count + 1, clock.instant()));
    }

    private Duration remaining(String key, int free) {
        Failures failures = present(key);
        if (failures.count <= free) {
            return Duration.ZERO;
        }
        int doublings = Math.min(failures.count - free - 1, HIGHEST_SHIFT);
        Duration delay = Duration.ofSeconds(1L << doublings);
        Duration capped = delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
        Duration left = Duration.between(clock.instant(), failures.latest.plus(capped));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Failures present(String key) {
        Failures failures = kept.get(key);
        if (failures == null || !failures.latest.plus(FORGOTTEN).isAfter(clock.instant())) {
            return new Failures(0, Instant.EPOCH);
        }
        return failures;
    }

    private static String accountKey(String username) {
        return "account " + Fingerprints.sha256(Account.normal(username));
    }

    private static String codeKey(String username) {
        return "code " + Fingerprints.sha256(Account.normal(username));
    }

    /** An IPv6 host has a whole /64 of addresses, which therefore count as one; the front door writes them in full. */
    private static String addressKey(String address) {
        return "address " + network(address);
    }

    /** Who has an address: itself, or of IPv6 the /64 that one host has. */
    static String network(String address) {
        String[] groups = address.split(":", -1);
        boolean six = groups.length > 4 && !address.contains("::");
        return six ? String.join(":", groups[0], groups[1], groups[2], groups[3]) : address;
    }

    private record Failures(int count, Instant latest) {}
}
