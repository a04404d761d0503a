package org.holdfast.core.offboarding.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Where;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/**
 * The tasks of offboarding cases that are the caller's.
 *
 * @param items one page, the most urgent first
 * @param next cursor of the next page, null on the last
 * @param total how many there are
 * @param counts how urgent they are
 */
public record TaskLinesView(
        List<Line> items,
        @TellsNothing @Nullable String next,
        @TellsNothing long total,
        @TellsNothing Counts counts) {

    /** Copies the items. */
    public TaskLinesView {
        items = List.copyOf(items);
    }

    /**
     * How urgent they are.
     *
     * @param overdue whose last day is over
     * @param today due today
     * @param later due later
     */
    public record Counts(int overdue, int today, int later) {}

    /**
     * A task, with whom it is about.
     *
     * @param task the task
     * @param offboardingId the case
     * @param personId who leaves
     * @param subsidiaryId their subsidiary
     * @param leaver who leaves, as far as who does the task has to know
     * @param lastDay their last day
     */
    public record Line(
            @Told("leaver") TaskView task,
            @TellsNothing UUID offboardingId,
            @Whom(shown = false) UUID personId,
            @Where UUID subsidiaryId,
            @Told("leaver") LeaverView leaver,
            @Told("leaver") LocalDate lastDay) {}

    /**
     * Who leaves.
     *
     * @param name name
     * @param employeeNo number
     * @param department name of the department, empty for none
     * @param position position
     */
    public record LeaverView(String name, String employeeNo, String department, String position) {}
}
