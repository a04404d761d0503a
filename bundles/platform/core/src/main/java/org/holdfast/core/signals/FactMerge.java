package org.holdfast.core.signals;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.core.signals.FactHistory.Identity;
import org.holdfast.core.signals.SignalAppender.Arrival;

/**
 * Puts arrivals to what is known already, in the order in which they arrived.
 *
 * <p>An arrival that says when it was known is new unless the same is known at that moment. One that does not is new
 * unless any version says the same; as a correction it counts from its arrival on. So a file imported twice changes
 * nothing, and nothing that arrives now changes what was known before.
 */
final class FactMerge {
    private final Map<Identity, List<Fact>> versions = new HashMap<>();
    private int size;

    /** Takes a fact from a block, where everything is settled. */
    void settled(Fact fact) {
        keep(Identity.of(fact), fact);
    }

    /** Takes an arrival and returns whether it was new. */
    boolean arrive(Arrival arrival, Instant arrivedAt) {
        Fact fact = arrival.fact();
        Identity identity = Identity.of(fact);
        List<Fact> known = versions.getOrDefault(identity, List.of());
        boolean there = arrival.knownAtSaid() ? saysSameThen(known, fact) : saysSame(known, fact);
        if (there) {
            return false;
        }
        Instant said = fact.knownAt().truncatedTo(ChronoUnit.SECONDS);
        Instant knownAt = known.isEmpty() || arrival.knownAtSaid() ? said : later(said, arrivedAt);
        keep(identity, new Fact(fact.signal(), fact.date(), knownAt, fact.value(), fact.detail()));
        return true;
    }

    /** Returns everything in the order of {@link FactHistory}; of the same moment, later arrivals come later. */
    List<Fact> facts() {
        List<Fact> all = new ArrayList<>(size);
        versions.values().forEach(all::addAll);
        all.sort(FactHistory.ORDER);
        return all;
    }

    private void keep(Identity identity, Fact fact) {
        versions.computeIfAbsent(identity, key -> new ArrayList<>(1)).add(fact);
        size++;
    }

    private static boolean saysSame(List<Fact> known, Fact fact) {
        return known.stream().anyMatch(other -> same(other, fact));
    }

    private static boolean saysSameThen(List<Fact> known, Fact fact) {
        Instant moment = fact.knownAt().truncatedTo(ChronoUnit.SECONDS);
        Fact last = null;
        for (Fact other : known) {
            if (other.knownAt().equals(moment) && same(other, fact)) {
                return true;
            }
            if (!other.knownAt().isAfter(moment)
                    && (last == null || !other.knownAt().isBefore(last.knownAt()))) {
                last = other;
            }
        }
        return last != null && same(last, fact);
    }

    private static boolean same(Fact one, Fact other) {
        return Double.compare(one.value(), other.value()) == 0
                && one.detail().text().equals(other.detail().text());
    }

    private static Instant later(Instant one, Instant other) {
        Instant whole = other.truncatedTo(ChronoUnit.SECONDS);
        return one.isAfter(whole) ? one : whole;
    }
}
