package org.holdfast.api.jurisdiction;

import java.util.List;
import java.util.Objects;

/**
 * Within which time a personal-data breach has to be told (PIPL Art. 57, GDPR Art. 33 and 34). All hours count from the
 * moment somebody became aware of the breach.
 *
 * @param authorityHours within how many hours the authority is told, at least 1; where the law says "at once", the hours
 *     the rule book takes for that
 * @param authority of which breaches the authority is told
 * @param peopleHours within how many hours the people concerned are told, at least 1
 * @param warnAtHours after how many hours whoever has to tell is warned, rising
 */
public record BreachRules(int authorityHours, Duty authority, int peopleHours, List<Integer> warnAtHours) {

    /** Copies and checks. */
    public BreachRules {
        Objects.requireNonNull(authority, "authority");
        warnAtHours = List.copyOf(warnAtHours);
        if (authorityHours < 1 || peopleHours < 1) {
            throw new IllegalArgumentException("A time to tell of a breach is one hour at least");
        }
        int last = 0;
        for (int hours : warnAtHours) {
            if (hours <= last) {
                throw new IllegalArgumentException("The hours of the warnings are positive and rise");
            }
            last = hours;
        }
    }

    /** Of which breaches the authority is told. */
    public enum Duty {
        /** Of every one. */
        ALWAYS,
        /** Of every one but those that are unlikely to result in a risk to people. */
        ON_RISK
    }
}
