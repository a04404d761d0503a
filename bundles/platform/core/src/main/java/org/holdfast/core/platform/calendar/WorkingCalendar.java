package org.holdfast.core.platform.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.holdfast.api.labour.WorkCalendar;

/**
 * On which days and from which hour people of a subsidiary work, in its time zone: clocks that run for people run by it. Safe for
 * use from many threads.
 */
public final class WorkingCalendar {
    private static final LocalTime NINE = LocalTime.of(9, 0);
    /** Eight hours, as tasks have them; the break is not known, and not needed to compare. */
    private static final LocalTime FIVE = LocalTime.of(17, 0);

    private static final WorkCalendar WEEKENDS = new WorkCalendar(
            LocalDate.EPOCH, LocalDate.EPOCH, Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), List.of(), Set.of());

    private final ZoneId zone;
    private final WorkCalendar days;

    private WorkingCalendar(ZoneId zone, WorkCalendar days) {
        this.zone = zone;
        this.days = days;
    }

    /**
     * Creates one.
     *
     * @param zone where days begin and end
     * @param days the country's days of work; empty where no bundle knows them: Monday to Friday, then
     * @return the calendar
     */
    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // a country may have no labour bundle
    public static WorkingCalendar of(ZoneId zone, Optional<WorkCalendar> days) {
        return new WorkingCalendar(zone, days.orElse(WEEKENDS));
    }

    /**
     * Returns where days begin and end.
     *
     * @return the time zone
     */
    public ZoneId zone() {
        return zone;
    }

    /**
     * Returns whether people work on a day.
     *
     * @param day the day
     * @return true on days of work
     */
    public boolean works(LocalDate day) {
        return days.works(day);
    }

    /**
     * Returns the next day of work.
     *
     * @param day a day
     * @return the first day of work after it
     */
    public LocalDate after(LocalDate day) {
        return after(day, 1);
    }

    /**
     * Counts days of work.
     *
     * @param day the day from which is counted, which does not count itself
     * @param count how many, 0 or more
     * @return the last of them; the day itself for 0
     */
    public LocalDate after(LocalDate day, int count) {
        LocalDate last = day;
        int left = count;
        while (left > 0) {
            last = last.plusDays(1);
            if (works(last)) {
                left--;
            }
        }
        return last;
    }

    /**
     * Returns when the next day of work begins.
     *
     * @param moment a moment
     * @return nine o'clock of the first day of work after the day of that moment
     */
    public Instant morningAfter(Instant moment) {
        return morning(after(LocalDate.ofInstant(moment, zone)));
    }

    /**
     * Returns when work begins on a day.
     *
     * @param day the day
     * @return nine o'clock of that day, of work or not
     */
    public Instant morning(LocalDate day) {
        return day.atTime(NINE).atZone(zone).toInstant();
    }

    /**
     * Returns how much time of work lies between two moments: eight hours a day of work, from nine to five. What is done before or
     * after these hours takes none.
     *
     * @param from the earlier moment
     * @param to the later one; one that is not later leaves nothing
     * @return the time, never negative
     */
    public Duration workBetween(Instant from, Instant to) {
        Duration work = Duration.ZERO;
        LocalDate last = LocalDate.ofInstant(to, zone);
        for (LocalDate day = LocalDate.ofInstant(from, zone); !day.isAfter(last); day = day.plusDays(1)) {
            if (works(day)) {
                work = work.plus(overlap(day, from, to));
            }
        }
        return work;
    }

    private Duration overlap(LocalDate day, Instant from, Instant to) {
        Instant begin = morning(day);
        Instant end = day.atTime(FIVE).atZone(zone).toInstant();
        Duration both = Duration.between(from.isAfter(begin) ? from : begin, to.isBefore(end) ? to : end);
        return both.isNegative() ? Duration.ZERO : both;
    }
}
