package org.holdfast.core.signals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/**
 * One dated thing known about a person: a signal, an event, or a change of an attribute.
 *
 * @param signal code: of the signal catalogue, {@code event.*} for career events, {@code post.*} for attributes
 * @param date the day it is about, in the subsidiary's time zone
 * @param knownAt the moment the firm could know it; features as of a day use only what was known by the day's end
 * @param value the value, NaN where the fact is only a text
 * @param detail where it comes from and what it says
 */
public record Fact(String signal, LocalDate date, Instant knownAt, double value, Detail detail) {

    /** Checks that everything is there. */
    public Fact {
        Objects.requireNonNull(signal, "signal");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(knownAt, "knownAt");
        Objects.requireNonNull(detail, "detail");
    }

    /**
     * The words of a fact.
     *
     * @param source the system or file it comes from
     * @param text the text of a text signal, the detail of an event, the value of an attribute; empty where there is none
     */
    public record Detail(String source, String text) {

        /** Checks that both are there. */
        public Detail {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(text, "text");
        }
    }
}
