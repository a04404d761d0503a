package org.holdfast.core.surveys;

import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One round, or wave, of a survey.
 *
 * @param id random id
 * @param subsidiaryId whose people are asked
 * @param departmentId the department with all below it whose people are asked, null for the whole subsidiary
 * @param kind what is asked
 * @param days when it can be answered
 * @param state how far it is
 */
record Round(UUID id, UUID subsidiaryId, @Nullable UUID departmentId, SurveyKind kind, Days days, State state) {

    /** How far a round is. */
    enum State {
        /** Nobody is asked yet. */
        DRAFT,
        /** People are asked from its first day to its last. */
        OPEN,
        /** The answers are added up. */
        CLOSED,
        /** It was called off: what had been answered is destroyed. */
        CANCELLED;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /** The first and the last day, in the time zone of the subsidiary. */
    record Days(LocalDate first, LocalDate last) {
        boolean has(LocalDate day) {
            return !day.isBefore(first) && !day.isAfter(last);
        }

        boolean overAt(LocalDate day) {
            return day.isAfter(last);
        }
    }

    /** Says whether it can be answered on a day. */
    boolean takesAnswers(LocalDate day) {
        return state == State.OPEN && days.has(day);
    }
}
