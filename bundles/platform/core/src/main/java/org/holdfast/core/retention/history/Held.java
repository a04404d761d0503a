package org.holdfast.core.retention.history;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.holdfast.core.retention.history.HistoryEntry.Kind;

/**
 * How long it was quiet after something was done to keep somebody.
 *
 * @param days whole days
 * @param until the sign that ended it: the code of a {@link Kind}, or {@code now} where there has been none since
 */
record Held(long days, String until) {

    /**
     * Looks for the first sign after a day. A sign of the same day is what the measure answers, not what ended it.
     *
     * @param since the day of the measure
     * @param entries everything the reader is told, so that what they are not told ends nothing for them
     * @param today today
     * @return how long it held
     */
    static Held since(LocalDate since, List<HistoryEntry> entries, LocalDate today) {
        Optional<HistoryEntry> sign = entries.stream()
                .filter(entry -> entry.kind().sign() && entry.date().isAfter(since))
                .min(Comparator.comparing(HistoryEntry::date).thenComparing(HistoryEntry::kind));
        LocalDate end = sign.map(HistoryEntry::date).orElse(today);
        return new Held(
                Math.max(0, ChronoUnit.DAYS.between(since, end)),
                sign.map(HistoryEntry::kind).map(Kind::code).orElse("now"));
    }
}
