package org.holdfast.core.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.platform.rest.Fingerprints;

/**
 * Sign-ons under way with the identity provider, in memory. Each belongs to one browser, is over after ten minutes, and its
 * code is redeemed once. Safe for use from many threads.
 */
final class ProviderAttempts {
    private static final Duration LONGEST = Duration.ofMinutes(10);
    /** Anybody may begin one: the oldest go first. */
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Attempt> byState = new LinkedHashMap<>();

    ProviderAttempts(Clock clock) {
        this.clock = clock;
    }

    /** Begins one. */
    synchronized Attempt begin() {
        Instant now = clock.instant();
        byState.values().removeIf(attempt -> isOver(attempt, now));
        Attempt attempt =
                new Attempt(Secrets.next(), Secrets.next(), Secrets.next(), Secrets.next(), now, Optional.empty());
        byState.put(Fingerprints.sha256(attempt.state()), attempt);
        Iterator<Attempt> oldest = byState.values().iterator();
        while (byState.size() > MOST && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
        return attempt;
    }

    /**
     * Takes one out, so that it counts once.
     *
     * @param browser what the browser's cookie holds
     */
    synchronized Optional<Attempt> take(String state, String browser) {
        String key = Fingerprints.sha256(state);
        Attempt found = byState.get(key);
        if (found == null || isOver(found, clock.instant()) || !Fingerprints.same(found.browser(), browser)) {
            return Optional.empty();
        }
        byState.remove(key);
        return Optional.of(found);
    }

    /** Puts one back whose person has proved who they are, to wait for the code of a second factor. */
    synchronized void proved(Attempt attempt, UUID accountId) {
        byState.put(
                Fingerprints.sha256(attempt.state()),
                new Attempt(
                        attempt.state(),
                        attempt.browser(),
                        attempt.nonce(),
                        attempt.verifier(),
                        attempt.began(),
                        Optional.of(accountId)));
    }

    private static boolean isOver(Attempt attempt, Instant now) {
        return !now.isBefore(attempt.began().plus(LONGEST));
    }

    /**
     * A sign-on under way.
     *
     * @param state what the provider sends back with the person
     * @param browser what the cookie of the browser holds that began it
     * @param nonce what the token has to hold
     * @param verifier what shows the provider that the code comes from us (RFC 7636)
     * @param began when
     * @param proved the account, once the provider has vouched for its person
     */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
    record Attempt(String state, String browser, String nonce, String verifier, Instant began, Optional<UUID> proved) {}
}
