package org.holdfast.core.insight.effect;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An alert and what followed, in days of the subsidiary.
 *
 * @param worker whom it is about
 * @param opened day it was opened
 * @param delivered whether a superior got it
 * @param imported whether it was imported: somebody noticed before the product did
 * @param talk what is known of the talk, null before one
 */
record Flag(
        Worker worker,
        LocalDate opened,
        boolean delivered,
        boolean imported,
        @Nullable Held talk) {

    /**
     * A talk.
     *
     * @param on the day
     * @param inTime whether it was within three days of work after the case was opened
     * @param meansToLeave what the person declared, null where nothing
     */
    record Held(LocalDate on, boolean inTime, @Nullable Boolean meansToLeave) {}

    boolean confirmed() {
        return talk != null && Boolean.TRUE.equals(talk.meansToLeave());
    }

    /** Says whether the person said that they meant to leave, and is still here so many days after the alert. */
    boolean saved(int days) {
        return confirmed() && worker.hereOn(opened.plusDays(days));
    }

    /** Says whether the person left by their own will within so many days. */
    boolean cameTrue(int days) {
        return worker.resignedIn(opened, opened.plusDays(days));
    }
}
