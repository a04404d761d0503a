package org.holdfast.core.retention;

import java.time.Instant;
import java.time.LocalDate;
import org.holdfast.core.platform.calendar.WorkingCalendar;

/**
 * By when somebody has to have talked with a person about whom they got an alert, on the calendar of who has to talk.
 *
 * @param calendar the days of work of who has to talk
 */
public record TalkClock(WorkingCalendar calendar) {
    /** How many days of work there are for the talk. */
    public static final int WORKING_DAYS = 3;

    /**
     * Returns the last day for the talk.
     *
     * @param from when the alert came, or the case was handed over
     * @return the third day of work after the day of that moment
     */
    public LocalDate dueOn(Instant from) {
        return calendar.after(LocalDate.ofInstant(from, calendar.zone()), WORKING_DAYS);
    }

    /**
     * Returns when the time is over.
     *
     * @param dueOn the last day
     * @return the first moment after it
     */
    public Instant endOf(LocalDate dueOn) {
        return dueOn.plusDays(1).atStartOfDay(calendar.zone()).toInstant();
    }

    /**
     * Returns when a reminder comes.
     *
     * @param dueOn the last day
     * @return the morning of that day, at the hour of deliveries
     */
    public Instant remindsAt(LocalDate dueOn) {
        return calendar.morning(dueOn);
    }

    /**
     * Returns when it goes to somebody else.
     *
     * @param dueOn the last day
     * @param remindedAt when they were reminded; a server that stood still reminds late, and then one morning passes
     * @return the next morning of work after both
     */
    public Instant escalatesAt(LocalDate dueOn, Instant remindedAt) {
        Instant afterDue = calendar.morning(calendar.after(dueOn));
        Instant afterReminder = calendar.morningAfter(remindedAt);
        return afterDue.isBefore(afterReminder) ? afterReminder : afterDue;
    }
}
