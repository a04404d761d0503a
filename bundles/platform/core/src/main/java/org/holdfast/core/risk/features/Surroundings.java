package org.holdfast.core.risk.features;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a subsidiary tells about one person's features: which signals its sources deliver since when, who works with whom,
 * and what the market pays. Of each person it keeps only post and employment. Safe for use from many threads.
 */
public final class Surroundings {
    private final Map<UUID, PersonSeries> outlines = new ConcurrentHashMap<>();
    private final Map<String, Integer> deliveredFrom = new ConcurrentHashMap<>();
    private final Map<Integer, Team> teams = new ConcurrentHashMap<>();
    private final Market market;

    /**
     * Looks at a whole subsidiary.
     *
     * @param people everybody, those who have left included
     * @param market what the market pays
     */
    public Surroundings(Collection<PersonSeries> people, Market market) {
        this.market = market;
        people.forEach(this::take);
    }

    /**
     * Takes in what became known about people.
     *
     * @param people their series, complete
     */
    public void update(Collection<PersonSeries> people) {
        people.forEach(this::take);
        teams.clear();
    }

    private void take(PersonSeries person) {
        outlines.put(person.id(), person.outline());
        person.all().forEach((signal, series) -> {
            if (series.size() > 0) {
                deliveredFrom.merge(signal, series.firstSeen(), Math::min);
            }
        });
    }

    int deliveredFrom(String signal) {
        return deliveredFrom.getOrDefault(signal, Integer.MAX_VALUE);
    }

    Team team(int day) {
        return teams.computeIfAbsent(day, on -> Team.asOf(on, outlines.values()));
    }

    Market market() {
        return market;
    }
}
