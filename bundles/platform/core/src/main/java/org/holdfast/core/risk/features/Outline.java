package org.holdfast.core.risk.features;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * What colleagues' features need of a person: employment, superiors, and since when each signal has been seen. Small, so
 * that those of a whole subsidiary fit into memory.
 *
 * @param person employment and superiors only
 * @param firstSeen first day, since 1970, on which a row of a signal could be seen; a signal without rows is absent
 */
public record Outline(PersonSeries person, Map<String, Integer> firstSeen) {

    /** Copies the days. */
    public Outline {
        firstSeen = Map.copyOf(firstSeen);
    }

    static Outline of(PersonSeries person) {
        Map<String, Integer> firstSeen = new HashMap<>();
        person.all().forEach((signal, series) -> {
            if (series.size() > 0) {
                firstSeen.put(signal, series.firstSeen());
            }
        });
        return new Outline(person.outline(), firstSeen);
    }

    /**
     * Returns whether the person was employed, exactly as {@link FeatureRun#employed} says it of the whole series.
     *
     * @param day the day
     * @return whether, as far as was known by then
     */
    public boolean employed(LocalDate day) {
        int epochDay = Math.toIntExact(day.toEpochDay());
        return person.employed(epochDay, () -> firstSeen.values().stream().anyMatch(first -> first <= epochDay));
    }
}
