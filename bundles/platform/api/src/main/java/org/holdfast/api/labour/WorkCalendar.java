package org.holdfast.api.labour;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * On which days people of a country work. Holidays are announced for a year at a time, in China by the General Office of the State
 * Council each November, with weekend days that are worked in exchange (调休): a calendar says for which days it knows them.
 *
 * <p>Safe for use from many threads.
 *
 * @param from first day whose holidays are known
 * @param until last day whose holidays are known
 * @param weekend days of rest of each week
 * @param holidays public holidays and the days off around them
 * @param workdays days of the weekend that are worked
 */
public record WorkCalendar(
        LocalDate from, LocalDate until, Set<DayOfWeek> weekend, List<Holiday> holidays, Set<LocalDate> workdays) {

    /** Checks that holidays and days of work do not contradict each other, and lie where the calendar is known. */
    public WorkCalendar {
        weekend = Set.copyOf(weekend);
        holidays = List.copyOf(holidays);
        workdays = Set.copyOf(workdays);
        if (until.isBefore(from) || weekend.size() == DayOfWeek.values().length) {
            throw new IllegalArgumentException("A calendar has a first and a last day, and a week a day of work");
        }
        for (Holiday holiday : holidays) {
            if (holiday.first().isBefore(from) || holiday.last().isAfter(until)) {
                throw new IllegalArgumentException("A holiday lies outside the calendar: " + holiday.first());
            }
        }
        for (LocalDate day : workdays) {
            boolean free = holidays.stream().anyMatch(holiday -> holiday.holds(day));
            if (free || !weekend.contains(day.getDayOfWeek())) {
                throw new IllegalArgumentException(
                        "A day that is worked in exchange is one of a weekend, outside the holidays: " + day);
            }
        }
    }

    /**
     * Days off.
     *
     * @param code which holiday, with a text under {@code holiday.<country>.}, for example {@code springFestival}
     * @param first first day off
     * @param last last day off
     */
    public record Holiday(String code, LocalDate first, LocalDate last) {

        /** Checks the order of the days. */
        public Holiday {
            Objects.requireNonNull(code, "code");
            if (last.isBefore(first)) {
                throw new IllegalArgumentException("A holiday ends before it begins: " + first);
            }
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }
    }

    /**
     * Returns whether people work on a day.
     *
     * @param day the day
     * @return true on days of work; where the holidays are not known, on each day that is not of the weekend
     */
    public boolean works(LocalDate day) {
        return workdays.contains(day)
                || (!weekend.contains(day.getDayOfWeek()) && holiday(day).isEmpty());
    }

    /**
     * Returns the holiday of a day.
     *
     * @param day the day
     * @return the holiday, or empty where there is none or it is not known
     */
    public Optional<Holiday> holiday(LocalDate day) {
        return holidays.stream().filter(holiday -> holiday.holds(day)).findFirst();
    }

    /**
     * Returns whether the holidays around a day are known.
     *
     * @param day the day
     * @return false before and after the years that the calendar was made for
     */
    public boolean knows(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }
}
