package org.holdfast.core.risk.features;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a subsidiary tells about one person's features: which signals its sources deliver since when, who works with whom,
 * and what the market pays. Safe for use from many threads.
 */
public final class Surroundings {
    private final Collection<PersonSeries> people;
    private final Market market;
    private final Map<String, Integer> deliveredFrom = new HashMap<>();
    private final Map<Integer, Team> teams = new ConcurrentHashMap<>();

    /**
     * Looks at a whole subsidiary.
     *
     * @param people everybody, those who have left included
     * @param market what the market pays
     */
    public Surroundings(Collection<PersonSeries> people, Market market) {
        this.people = people;
        this.market = market;
        for (PersonSeries person : people) {
            person.all().forEach((signal, series) -> {
                if (series.size() > 0) {
                    deliveredFrom.merge(signal, series.firstSeen(), Math::min);
                }
            });
        }
        // The words of a résumé are read wherever its updates arrive.
        if (deliveredFrom.containsKey("resume.update")) {
            deliveredFrom.put("resume.intent", deliveredFrom.get("resume.update"));
        }
    }

    int deliveredFrom(String signal) {
        return deliveredFrom.getOrDefault(signal, Integer.MAX_VALUE);
    }

    Team team(int day) {
        return teams.computeIfAbsent(day, on -> Team.asOf(on, people));
    }

    Market market() {
        return market;
    }
}
