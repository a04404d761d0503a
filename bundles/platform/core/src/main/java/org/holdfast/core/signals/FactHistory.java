package org.holdfast.core.signals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was known of a person's facts at a moment. */
public final class FactHistory {

    /** Order in which facts are handed out. */
    public static final Comparator<Fact> ORDER =
            Comparator.comparing(Fact::date).thenComparing(Fact::knownAt);

    private FactHistory() {}

    /**
     * Returns what was known at a moment: of the versions of a fact the one known last by then.
     *
     * @param facts facts with their corrections, in {@link #ORDER}
     * @param moment the moment
     * @return at most one fact for each identity, in {@link #ORDER}
     */
    public static List<Fact> knownBy(List<Fact> facts, Instant moment) {
        Map<Identity, Fact> latest = new LinkedHashMap<>();
        for (Fact fact : facts) {
            if (!fact.knownAt().isAfter(moment)) {
                latest.merge(
                        Identity.of(fact), fact, (old, other) -> other.knownAt().isBefore(old.knownAt()) ? old : other);
            }
        }
        List<Fact> known = new ArrayList<>(latest.values());
        known.sort(ORDER);
        return known;
    }

    /**
     * Which fact it is, whatever it says.
     *
     * @param signal code of the signal
     * @param date the day it is about
     * @param source where it comes from
     */
    record Identity(String signal, LocalDate date, String source) {
        static Identity of(Fact fact) {
            return new Identity(fact.signal(), fact.date(), fact.detail().source());
        }
    }
}
