package org.holdfast.core.risk.features;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.holdfast.core.signals.FactCodes;

/**
 * Last year's rate of the same unit: the comparison anybody can make without a model. A unit is a department.
 * Immutable once built; safe for many threads.
 */
public final class UnitRates {
    private static final int YEAR = 365;
    private static final double LEAST_RATE = 1e-3;

    private final Map<UUID, String> units = new HashMap<>();
    private final Map<String, Count> counts = new HashMap<>();
    private final Count everybody = new Count();

    private UnitRates() {}

    /**
     * Counts the year before a day, from what was known by the end of that day.
     *
     * @param day the day
     * @param people everybody, those who have left included
     * @return the rates
     */
    public static UnitRates before(LocalDate day, Collection<PersonSeries> people) {
        UnitRates rates = new UnitRates();
        int now = Math.toIntExact(day.toEpochDay());
        people.forEach(person -> rates.count(person, now));
        return rates;
    }

    private void count(PersonSeries person, int now) {
        String unit = person.words(FactCodes.DEPARTMENT).on(now, now).orElse("");
        Count count = counts.computeIfAbsent(unit, key -> new Count());
        units.put(person.id(), unit);
        if (person.hired(now).orElse(Integer.MAX_VALUE) <= now - YEAR
                && person.left(now).orElse(Integer.MAX_VALUE) > now - YEAR) {
            count.heads += 0.5;
            everybody.heads += 0.5;
        }
        if (person.employed(now)) {
            count.heads += 0.5;
            everybody.heads += 0.5;
        } else if (person.leftVoluntarily(now) && person.left(now).orElse(Integer.MIN_VALUE) > now - YEAR) {
            count.exits++;
            everybody.exits++;
        }
    }

    /**
     * Returns the probability that somebody leaves within a horizon if the unit's last year goes on. Units of a few
     * people lean on the rate of the whole subsidiary, with the weight of one person.
     *
     * @param person the person
     * @param horizonDays the horizon
     * @return above 0 and below 1
     */
    public double probability(UUID person, int horizonDays) {
        double all = Math.max(LEAST_RATE, everybody.rate(0, 0));
        Count unit = counts.getOrDefault(units.getOrDefault(person, ""), everybody);
        return 1 - Math.exp(-unit.rate(all, 1) * horizonDays / YEAR);
    }

    /** Exits and mean headcount of a year. */
    private static final class Count {
        private double heads;
        private int exits;

        double rate(double prior, double weight) {
            double all = heads + weight;
            return all == 0 ? 0 : (exits + prior * weight) / all;
        }
    }
}
