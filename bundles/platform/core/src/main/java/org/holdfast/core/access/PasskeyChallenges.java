package org.holdfast.core.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.holdfast.core.platform.rest.Fingerprints;

/**
 * Challenges that devices have yet to sign, in memory (WebAuthn Level 3, 13.4.3). Each belongs to one browser or session, is
 * over after five minutes, and counts once. Safe for use from many threads.
 */
final class PasskeyChallenges {
    /** How long people have to unlock their device. */
    static final Duration LONGEST = Duration.ofMinutes(5);
    /** Anybody may ask for one: the oldest go first. */
    private static final int MOST = 10_000;

    private final Clock clock;
    private final Map<String, Open> open = new LinkedHashMap<>();

    PasskeyChallenges(Clock clock) {
        this.clock = clock;
    }

    /**
     * Makes one.
     *
     * @param holder a secret of the browser or session that it belongs to
     * @return 256 random bits in base64url
     */
    synchronized String next(String holder) {
        Instant now = clock.instant();
        open.values().removeIf(one -> isOver(one, now));
        String challenge = Secrets.next();
        open.put(Fingerprints.sha256(challenge), new Open(holder, now));
        Iterator<Open> oldest = open.values().iterator();
        while (open.size() > MOST && oldest.hasNext()) {
            oldest.next();
            oldest.remove();
        }
        return challenge;
    }

    /** Takes one out, so that it counts once; false where the holder has none of that text. */
    synchronized boolean take(String challenge, String holder) {
        String key = Fingerprints.sha256(challenge);
        Open found = open.get(key);
        if (found == null || isOver(found, clock.instant()) || !Fingerprints.same(found.holder(), holder)) {
            return false;
        }
        open.remove(key);
        return true;
    }

    private static boolean isOver(Open one, Instant now) {
        return !now.isBefore(one.began().plus(LONGEST));
    }

    /** A challenge that nobody has answered yet. */
    private record Open(String holder, Instant began) {}
}
