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
     * Begins with nobody; everybody is to be taken in before features are computed.
     *
     * @param market what the market pays
     */
    public Surroundings(Market market) {
        this.market = market;
    }

    /**
     * Looks at a whole subsidiary.
     *
     * @param people everybody, those who have left included
     * @param market what the market pays
     */
    public Surroundings(Collection<PersonSeries> people, Market market) {
        this(market);
        people.forEach(person -> take(Outline.of(person)));
    }

    /**
     * Takes in a person, or what became known about one since.
     *
     * @param outline what colleagues' features need of the person
     */
    public void take(Outline outline) {
        outlines.put(outline.person().id(), outline.person());
        outline.firstSeen().forEach((signal, day) -> deliveredFrom.merge(signal, day, Math::min));
        teams.clear();
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
