package org.holdfast.core.insight.effect;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.holdfast.core.platform.rest.RestException;
import org.jspecify.annotations.Nullable;

/**
 * The months of a report.
 *
 * @param from the first month
 * @param to the last month
 */
record EffectQuery(YearMonth from, YearMonth to) {
    private static final int MONTHS = 12;
    private static final int MOST_MONTHS = 60;

    /**
     * Reads the months.
     *
     * @param from the first month, such as {@code 2026-01}; null for eleven months before the last one
     * @param to the last month; null for the latest
     * @param latest the latest month that is over
     * @return the months
     * @throws RestException with status 400 for what is no month, is not over, is the wrong way round, or too long
     */
    static EffectQuery of(@Nullable String from, @Nullable String to, YearMonth latest) {
        YearMonth last = month("to", to, latest);
        YearMonth first = month("from", from, last.minusMonths(MONTHS - 1));
        if (last.isAfter(latest)) {
            throw RestException.invalid("to", "monthNotOver");
        }
        if (first.isAfter(last)) {
            throw RestException.invalid("from", "monthAfterLast");
        }
        if (ChronoUnit.MONTHS.between(first, last) >= MOST_MONTHS) {
            throw RestException.invalid("from", "months60");
        }
        return new EffectQuery(first, last);
    }

    private static YearMonth month(String field, @Nullable String text, YearMonth otherwise) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw RestException.invalid(field, "month");
        }
    }
}
