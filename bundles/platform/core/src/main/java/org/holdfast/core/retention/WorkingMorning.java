package org.holdfast.core.retention;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * The batch in which managers get their alerts: nine o'clock of the first working day after the day of opening, in the
 * manager's time zone. Never the same day, so that the hour of delivery tells nothing about the hour of a signal.
 *
 * <p>Saturday and Sunday are no working days. Public holidays are not known yet.
 */
final class WorkingMorning {
    private static final LocalTime NINE = LocalTime.of(9, 0);

    private WorkingMorning() {}

    /**
     * Returns when something is delivered.
     *
     * @param opened when it was opened
     * @param zone the reader's time zone
     * @return the morning after
     */
    static Instant after(Instant opened, ZoneId zone) {
        LocalDate day = LocalDate.ofInstant(opened, zone).plusDays(1);
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.plusDays(1);
        }
        return day.atTime(NINE).atZone(zone).toInstant();
    }
}
