package org.holdfast.demo;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/** The months of the history, counted from 0, and their days, as epoch days. Nothing lies after the end day. */
final class DemoCalendar {

    /** Log-odds by calendar month: the peak comes after the bonus and Spring Festival, the low before them. */
    private static final double[] SEASON = {-.45, .05, .55, .40, .10, -.05, .05, .10, .05, -.10, -.25, -.40};

    private final int months;
    private final int endDay;
    private final YearMonth first;
    private final int[] starts;
    private final String[] cached;

    DemoCalendar(LocalDate endDay, int months) {
        this.months = months;
        this.endDay = Math.toIntExact(endDay.toEpochDay());
        this.first = YearMonth.from(endDay).minusMonths(months - 1L);
        this.starts = new int[months + 1];
        for (int month = 0; month <= months; month++) {
            starts[month] = Math.toIntExact(first.plusMonths(month).atDay(1).toEpochDay());
        }
        this.cached = new String[starts[months] - starts[0]];
        for (int day = 0; day < cached.length; day++) {
            cached[day] = LocalDate.ofEpochDay((long) starts[0] + day).toString();
        }
    }

    int months() {
        return months;
    }

    int endDay() {
        return endDay;
    }

    int firstDay(int month) {
        return starts[month];
    }

    /** The last day of the month that has been. */
    int lastDay(int month) {
        return Math.min(starts[month + 1] - 1, endDay);
    }

    /** Whether the whole month has been. */
    boolean complete(int month) {
        return starts[month + 1] - 1 <= endDay;
    }

    /** The month of the year, 1 to 12. */
    int monthOfYear(int month) {
        return first.plusMonths(month).getMonthValue();
    }

    double season(int month) {
        return SEASON[(first.getMonthValue() - 1 + month) % 12];
    }

    YearMonth yearMonth(int month) {
        return first.plusMonths(month);
    }

    /** The index of the month in which a day lies; days before the history belong to month 0. */
    int monthOf(int day) {
        long between = ChronoUnit.MONTHS.between(first, YearMonth.from(LocalDate.ofEpochDay(day)));
        return (int) Math.max(0, Math.min(months - 1L, between));
    }

    String iso(int day) {
        int index = day - starts[0];
        return index >= 0 && index < cached.length
                ? cached[index]
                : LocalDate.ofEpochDay(day).toString();
    }

    static boolean weekend(int day) {
        return dayOfWeek(day).compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    static boolean friday(int day) {
        return dayOfWeek(day) == DayOfWeek.FRIDAY;
    }

    private static DayOfWeek dayOfWeek(int day) {
        return DayOfWeek.MONDAY.plus(Math.floorMod(day + 3, 7));
    }
}
