package org.holdfast.core.offboarding.cases;

import java.time.LocalDate;
import org.holdfast.core.offboarding.flows.FlowStep;
import org.holdfast.core.offboarding.labour.ExitLaw;
import org.holdfast.core.platform.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * Until when tasks have to be done: what the flow says, else approvals by the next day of work, what the law has a deadline for by
 * that, and everything else by the last day of work of who leaves.
 */
final class DueDays {
    private static final int HOURS_A_DAY = 8;
    private static final int GENERAL_DAYS = 2;

    private final Firm firm;

    DueDays(Firm firm) {
        this.firm = firm;
    }

    /**
     * Returns the last day for a task.
     *
     * @param step what is to be done
     * @param hours hours of work the flow leaves for it, null where it says nothing
     * @param opened the day it came to its office
     * @param of the case
     */
    LocalDate of(FlowStep step, @Nullable Integer hours, LocalDate opened, Offboarding of) {
        WorkingCalendar calendar = firm.calendar(of.subsidiaryId());
        if (hours != null) {
            return calendar.after(opened, Math.max(1, (hours + HOURS_A_DAY - 1) / HOURS_A_DAY));
        }
        return switch (step) {
            case DEPARTMENT_APPROVAL, HR_APPROVAL -> calendar.after(opened);
            case GENERAL -> calendar.after(opened, GENERAL_DAYS);
            case FILE_TRANSFER -> notBefore(opened, transfer(of));
            case SETTLEMENT, CERTIFICATE -> notBefore(opened, of.course().lastDay());
            default -> notBefore(opened, workday(of.course().lastDay(), calendar));
        };
    }

    /** Says whether the last day for a step follows from the last day of the employment, unless a flow says otherwise. */
    static boolean byLastDay(FlowStep step) {
        return switch (step) {
            case DEPARTMENT_APPROVAL, HR_APPROVAL, GENERAL -> false;
            default -> true;
        };
    }

    private LocalDate transfer(Offboarding of) {
        LocalDate last = of.course().lastDay();
        return firm.law()
                .deadlines(of.subsidiaryId(), last)
                .map(ExitLaw.Deadlines::transfer)
                .map(ExitLaw.Due::day)
                .orElse(last);
    }

    /** Returns the last day of work until a day: who leaves on a Sunday is there on Friday. */
    private static LocalDate workday(LocalDate day, WorkingCalendar calendar) {
        LocalDate found = day;
        while (!calendar.works(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    private static LocalDate notBefore(LocalDate first, LocalDate day) {
        return day.isBefore(first) ? first : day;
    }
}
