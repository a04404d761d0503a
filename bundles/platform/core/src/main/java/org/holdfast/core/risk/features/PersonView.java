package org.holdfast.core.risk.features;

import java.util.Set;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.risk.features.WindowFormula.Observed;

/** What may be seen of one person as of one day: past the gate, and known by then. */
record PersonView(PersonSeries person, int day, Set<DataCategory> open, Surroundings surroundings) {

    boolean sees(DataCategory category) {
        return open.contains(category);
    }

    /** The rows of a signal that were visible; the caller has asked the gate. */
    Series series(String signal) {
        return person.series(signal).asOf(day);
    }

    Observed observed(String signal) {
        return new Observed(
                surroundings.deliveredFrom(signal), person.hired(day).orElse(Integer.MIN_VALUE));
    }

    Team team() {
        return surroundings.team(day);
    }

    /** The word of an attribute as it held and was known on the day, empty where not known. */
    String word(String attribute) {
        return person.words(attribute).on(day, day).orElse("");
    }
}
