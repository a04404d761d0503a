package org.holdfast.core.retention.outcomes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.holdfast.core.platform.calendar.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * How it went on some time after somebody stayed.
 *
 * @param days after how many days
 * @param dueOn the day on which somebody looks: a day of work
 * @param state how far that has come
 */
public record FollowUp(int days, LocalDate dueOn, State state) {
    /** After how many days somebody looks. */
    static final List<Integer> MARKS = List.of(30, 90, 180, 365);

    /** How far it has come. */
    public enum State {
        /** The day is to come. */
        COMING("coming"),
        /** Somebody has to look now. */
        DUE("due"),
        /** Somebody looked and recorded it. */
        DONE("done"),
        /** The day went by without a word; the person was employed. */
        HERE("here"),
        /** The person had left by then. */
        LEFT("left");

        private final String code;

        State(String code) {
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
     * What is known.
     *
     * @param today the day in the subsidiary
     * @param gone whether the person has left
     * @param leftOn when, null where that is not known or they have not
     * @param done after how many days somebody recorded how it went on
     * @param from the first day on which somebody can look, null for any: what was due before an import is not asked for any more
     */
    record Known(
            LocalDate today,
            boolean gone,
            @Nullable LocalDate leftOn,
            Set<Integer> done,
            @Nullable LocalDate from) {}

    /** Returns what follows an outcome of a day. */
    static List<FollowUp> after(LocalDate outcome, WorkingCalendar calendar, Known known) {
        List<FollowUp> found = new ArrayList<>();
        for (int at = 0; at < MARKS.size(); at++) {
            LocalDate dueOn = due(outcome, MARKS.get(at), calendar);
            LocalDate next = at + 1 < MARKS.size() ? due(outcome, MARKS.get(at + 1), calendar) : LocalDate.MAX;
            found.add(new FollowUp(MARKS.get(at), dueOn, state(MARKS.get(at), dueOn, next, known)));
        }
        return found;
    }

    private static LocalDate due(LocalDate outcome, int days, WorkingCalendar calendar) {
        LocalDate day = outcome.plusDays(days);
        return calendar.works(day) ? day : calendar.after(day);
    }

    private static State state(int days, LocalDate dueOn, LocalDate next, Known known) {
        if (known.done().contains(days)) {
            return State.DONE;
        }
        LocalDate leftOn = known.leftOn();
        if (known.gone()) {
            return leftOn != null && leftOn.isAfter(dueOn) ? State.HERE : State.LEFT;
        }
        if (dueOn.isAfter(known.today())) {
            return State.COMING;
        }
        LocalDate from = known.from();
        if (from != null && dueOn.isBefore(from)) {
            return State.HERE;
        }
        return next.isAfter(known.today()) ? State.DUE : State.HERE;
    }
}
