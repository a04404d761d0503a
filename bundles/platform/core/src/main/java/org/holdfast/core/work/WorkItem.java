package org.holdfast.core.work;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Something that one reader has to do about a person.
 *
 * @param kind its kind
 * @param placeId random id of what its page shows, such as the case
 * @param personId whom it is about
 * @param due by when
 * @param title more about it in words, empty for none; asked for only where the item is shown, so that a list of thousands opens
 *     nothing that is sealed
 */
public record WorkItem(WorkKind kind, UUID placeId, UUID personId, Due due, Supplier<String> title) {

    /** How urgent it is, the most urgent first. */
    public enum When {
        /** Its time is over. */
        OVERDUE("overdue"),
        /** Its last day is today, or it waits without a day. */
        TODAY("today"),
        /** Until Sunday. */
        WEEK("week"),
        /** After that. */
        LATER("later");

        private final String code;

        When(String code) {
            this.code = code;
        }

        /**
         * Returns the word used in the API.
         *
         * @return the code
         */
        public String code() {
            return code;
        }
    }

    /**
     * By when it is to be done.
     *
     * @param on the last day, null where none is set
     * @param today the day it is now, where it is to be done
     * @param over whether the time is over
     * @param fresh whether it came today
     */
    public record Due(@Nullable LocalDate on, LocalDate today, boolean over, boolean fresh) {

        /**
         * Returns how urgent it is.
         *
         * @return the group it is shown in
         */
        public When when() {
            if (over) {
                return When.OVERDUE;
            }
            if (on == null || !on.isAfter(today)) {
                return When.TODAY;
            }
            LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            return on.isAfter(sunday) ? When.LATER : When.WEEK;
        }
    }
}
