package org.holdfast.core.offboarding.settlement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.holdfast.api.labour.SeveranceRule;

/** Years of service as severance counts them. */
final class ServiceTime {
    private ServiceTime() {}

    /**
     * Counts years of service. Both days count: from 1 January to 31 December is a year. Where a month has no such day, its last
     * one stands for it: who was hired on 29 February has served a year with 27 February.
     *
     * @param first first day
     * @param last last day, not before the first
     * @param rest how the part of a year at the end counts
     * @return years
     */
    static BigDecimal years(LocalDate first, LocalDate last, SeveranceRule.Rest rest) {
        LocalDate end = last.plusDays(1);
        long whole = ChronoUnit.YEARS.between(first, end);
        // From the first day each time: a year later the day in the month may be another one.
        if (first.plusYears(whole + 1).isEqual(end)) {
            whole++;
        }
        BigDecimal years = BigDecimal.valueOf(whole);
        if (first.plusYears(whole).isEqual(end)) {
            return years;
        }
        boolean counts = !end.isBefore(first.plusMonths(12 * whole + rest.wholeFrom()));
        return years.add(counts ? BigDecimal.ONE : rest.part());
    }
}
