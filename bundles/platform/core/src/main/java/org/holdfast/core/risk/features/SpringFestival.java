package org.holdfast.core.risk.features;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;

/** The first day of the Chinese lunar year, 2010 to 2040, as published by the Hong Kong Observatory. */
final class SpringFestival {
    private static final int FIRST_YEAR = 2010;
    private static final List<MonthDay> DAYS = List.of(
            feb(14), feb(3), jan(23), feb(10), jan(31), feb(19), feb(8), jan(28), feb(16), feb(5), jan(25), feb(12),
            feb(1), jan(22), feb(10), jan(29), feb(17), feb(6), jan(26), feb(13), feb(3), jan(23), feb(11), jan(31),
            feb(19), feb(8), jan(28), feb(15), feb(4), jan(24), feb(12));

    private SpringFestival() {}

    /** Days since the latest festival, NaN outside the years known. */
    static double daysSince(int day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        for (int year = date.getYear(); year >= date.getYear() - 1; year--) {
            int index = year - FIRST_YEAR;
            if (index < 0 || index >= DAYS.size()) {
                return Double.NaN;
            }
            long since = day - DAYS.get(index).atYear(year).toEpochDay();
            if (since >= 0) {
                return since;
            }
        }
        return Double.NaN;
    }

    private static MonthDay jan(int day) {
        return MonthDay.of(Month.JANUARY, day);
    }

    private static MonthDay feb(int day) {
        return MonthDay.of(Month.FEBRUARY, day);
    }
}
