package org.holdfast.core.insight.exits;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.knowledge.HandoverFigures;
import org.holdfast.core.offboarding.assets.ReturnFigures;
import org.holdfast.core.offboarding.cases.CaseFigures;
import org.holdfast.core.platform.calendar.WorkingCalendar;
import org.holdfast.core.platform.calendar.WorkingCalendars;

/**
 * Reads what the figures of a subsidiary are counted from.
 *
 * @param sources who tells what
 * @param calendars when people work
 * @param clock the time
 */
record OffboardingFactsReader(Sources sources, WorkingCalendars calendars, Clock clock) {

    /**
     * Who tells what.
     *
     * @param cases who leaves, and what had to be done
     * @param returns what had to come back
     * @param handovers what had to be handed over
     */
    record Sources(CaseFigures cases, ReturnFigures returns, HandoverFigures handovers) {}

    OffboardingFacts of(UUID subsidiaryId) {
        WorkingCalendar calendar = calendars.of(subsidiaryId);
        return new OffboardingFacts(
                LocalDate.ofInstant(clock.instant(), calendar.zone()),
                calendar,
                sources.cases().of(subsidiaryId),
                sources.returns().of(subsidiaryId),
                sources.handovers().of(subsidiaryId));
    }

    /** Returns what differs once something differs that reports about subsidiaries are counted from. */
    Object standing(List<UUID> subsidiaries) {
        List<Object> marks = new ArrayList<>();
        for (UUID id : subsidiaries) {
            marks.add(LocalDate.ofInstant(clock.instant(), calendars.of(id).zone()));
            marks.add(sources.cases().standing(id));
            marks.add(sources.returns().of(id));
            marks.add(sources.handovers().of(id));
        }
        return marks;
    }
}
