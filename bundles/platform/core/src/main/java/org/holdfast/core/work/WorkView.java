package org.holdfast.core.work;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.ToldAs;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/**
 * What the caller has to do.
 *
 * @param items one page, the most urgent first
 * @param next cursor of the next page, null on the last
 * @param counts how much there is on all pages
 */
public record WorkView(
        List<Line> items,
        @TellsNothing @Nullable String next,
        @TellsNothing Counts counts) {

    /** Copies the items. */
    public WorkView {
        items = List.copyOf(items);
    }

    /**
     * How much there is.
     *
     * @param overdue whose time is over
     * @param today due today
     * @param week due until Sunday
     * @param later due after that
     * @param done what was done today
     */
    public record Counts(int overdue, int today, int week, int later, int done) {}

    /**
     * Something to do.
     *
     * @param kind {@code talk}, {@code talkOverdue}, {@code alert}, {@code action}, {@code approval} or {@code followUp}
     * @param place where in the console it is done
     * @param employee whom it is about
     * @param when {@code overdue}, {@code today}, {@code week} or {@code later}
     * @param dueOn the last day, null where none is set
     * @param fresh whether it came today
     * @param title what an action of a plan is, else empty
     * @param field the field it is told as, not written
     */
    public record Line(
            String kind,
            String place,
            @Whom EmployeeRow employee,
            String when,
            @Nullable LocalDate dueOn,
            boolean fresh,
            String title,
            @ToldAs(shown = false) String field) {}
}
