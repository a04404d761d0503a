package org.holdfast.core.risk.rest;

import org.holdfast.core.people.PersonCard;
import org.holdfast.core.risk.effect.Expectations.Expectation;
import org.holdfast.core.risk.runs.CurrentScores.Current;
import org.jspecify.annotations.Nullable;

/**
 * An action that may be taken for a person.
 *
 * @param card the person
 * @param current the current score
 * @param expected what is to be expected of it; null where nothing is known of any action
 * @param cost what it costs in its first year, NaN where that is not known
 */
record Choice(PersonCard card, Current current, @Nullable Expectation expected, double cost) {
    /** For how much money it is told how many are retained. */
    static final double UNIT = 100_000;

    double probability() {
        return current.score().probability();
    }

    double margin() {
        return current.score().margin();
    }

    /** How many are expected to be retained; the least there is where nothing is known. */
    double retained() {
        return expected == null ? Double.NEGATIVE_INFINITY : expected.retained();
    }

    /** How many are expected to be retained for {@link #UNIT}; the least there is where the cost is not known. */
    double perCost() {
        return Double.isNaN(cost) || expected == null ? Double.NEGATIVE_INFINITY : UNIT * expected.retained() / cost;
    }
}
