package org.holdfast.core.risk.training;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.holdfast.core.risk.features.PersonSeries;

/** The days on which people are looked at to learn from what became of them: a month apart, each with a known outcome. */
public final class MonthlyOrigins {
    private static final int SETTLING_DAYS = 60;

    private MonthlyOrigins() {}

    /**
     * Returns the origins of a history.
     *
     * @param people everybody, those who have left included
     * @param lastKnownDay the last day of which outcomes are known
     * @param horizonDays within how many days an outcome counts
     * @return oldest first; none where the history is shorter than the horizon
     */
    public static List<LocalDate> of(Collection<PersonSeries> people, LocalDate lastKnownDay, int horizonDays) {
        return between(firstDay(people, lastKnownDay), lastKnownDay, horizonDays);
    }

    static List<LocalDate> between(LocalDate firstDay, LocalDate lastKnownDay, int horizonDays) {
        List<LocalDate> origins = new ArrayList<>();
        LocalDate last = lastKnownDay.minusDays(horizonDays);
        for (int month = 0; !last.minusMonths(month).isBefore(firstDay); month++) {
            origins.add(last.minusMonths(month));
        }
        Collections.reverse(origins);
        return origins;
    }

    /** The first day from which on features mean something: a while after the first rows came in. */
    private static LocalDate firstDay(Collection<PersonSeries> people, LocalDate lastKnownDay) {
        return people.stream()
                .mapToInt(PersonSeries::firstObserved)
                .filter(day -> day != Integer.MAX_VALUE)
                .min()
                .stream()
                .mapToObj(day -> LocalDate.ofEpochDay((long) day + SETTLING_DAYS))
                .findFirst()
                .orElse(lastKnownDay);
    }
}
