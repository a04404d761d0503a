package org.holdfast.core.risk.backtest;

import java.time.LocalDate;
import java.util.List;

/**
 * What to test.
 *
 * @param trainedAsOf models are trained from what was known by this day, so the last day they learn from lies one
 *     horizon before it
 * @param days the days as of which people are scored, rising; none before the day of training
 * @param horizonDays within how many days an exit counts, 30 to 365
 */
public record BacktestPlan(LocalDate trainedAsOf, List<LocalDate> days, int horizonDays) {

    /** Most days one back-test scores. */
    public static final int MOST_DAYS = 24;

    /** Sorts the days and checks them. */
    public BacktestPlan {
        days = days.stream().distinct().sorted().toList();
        if (days.isEmpty() || days.size() > MOST_DAYS) {
            throw new IllegalArgumentException("A back-test scores as of 1 to " + MOST_DAYS + " days");
        }
        if (days.get(0).isBefore(trainedAsOf)) {
            throw new IllegalArgumentException("A day to score lies before the day of training");
        }
        if (horizonDays < 30 || horizonDays > 365) {
            throw new IllegalArgumentException("The horizon is not within 30 to 365 days");
        }
    }

    /**
     * Returns when the outcome of the last day is known.
     *
     * @return the day
     */
    public LocalDate outcomesKnownOn() {
        return days.get(days.size() - 1).plusDays(horizonDays);
    }
}
