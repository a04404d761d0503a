package org.holdfast.core.risk.features;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.holdfast.core.signals.FactCodes;

/** Who worked for whom as of a day, and who had left lately. Immutable once built; safe for many threads. */
final class Team {
    static final int WINDOW = 180;

    private final int day;
    private final Map<String, Integer> members = new HashMap<>();
    private final Map<String, Integer> exits = new HashMap<>();
    private final Map<String, Integer> leftOn = new HashMap<>();

    private Team(int day) {
        this.day = day;
    }

    static Team asOf(int day, Collection<PersonSeries> people) {
        Team team = new Team(day);
        people.forEach(team::add);
        return team;
    }

    private void add(PersonSeries person) {
        OptionalInt left = person.left(day);
        if (left.isPresent()) {
            if (left.getAsInt() <= day - WINDOW) {
                return;
            }
            leftOn.put(person.id().toString(), left.getAsInt());
            if (person.leftVoluntarily(day)) {
                manager(person, left.getAsInt()).ifPresent(manager -> exits.merge(manager, 1, Integer::sum));
            }
        } else if (person.employed(day)) {
            manager(person, day).ifPresent(manager -> members.merge(manager, 1, Integer::sum));
        }
    }

    private java.util.Optional<String> manager(PersonSeries person, int on) {
        return person.words(FactCodes.MANAGER).on(on, day).filter(manager -> !manager.isEmpty());
    }

    /** How many people a person leads. */
    int reports(UUID person) {
        return members.getOrDefault(person.toString(), 0);
    }

    /** The share of the team that left of its own wish within the window; NaN where the person has no superior. */
    double exitShare(PersonSeries person) {
        return manager(person, day)
                .map(manager -> {
                    double gone = exits.getOrDefault(manager, 0);
                    return gone == 0 ? 0.0 : gone / (gone + members.getOrDefault(manager, 0));
                })
                .orElse(Double.NaN);
    }

    /** 1 on the day a superior of the last 180 days left, falling to 0 over 180 days; NaN without any superior. */
    double managerLeft(PersonSeries person) {
        List<String> managers = person.words(FactCodes.MANAGER).within(day - WINDOW, day).stream()
                .filter(manager -> !manager.isEmpty())
                .toList();
        double strongest = managers.isEmpty() ? Double.NaN : 0;
        for (String manager : managers) {
            Integer left = leftOn.get(manager);
            if (left != null) {
                strongest = Math.max(strongest, 1 - (double) (day - left) / WINDOW);
            }
        }
        return strongest;
    }
}
