package org.holdfast.core.retention.holdout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A hold-out of a subsidiary, from the wish of one to the end.
 *
 * @param id its id
 * @param subsidiaryId the subsidiary
 * @param rules who is drawn
 * @param grounds on what it rests
 * @param signatures who wanted, confirmed and stopped it
 */
record Holdout(UUID id, UUID subsidiaryId, Rules rules, Grounds grounds, Signatures signatures) {

    /**
     * Who is drawn.
     *
     * @param share of a hundred people about whom an alert is due, how many are held out on average
     * @param lastDay the last day on which lots are drawn
     * @param keyPostsExempt whether nobody on a key post is drawn
     * @param highestExempt whether nobody in the highest band is drawn, or stays held out once there
     */
    record Rules(int share, LocalDate lastDay, boolean keyPostsExempt, boolean highestExempt) {}

    /**
     * On what it rests.
     *
     * @param note version of the ethics note that was confirmed
     * @param reasons in the words of who wanted it
     */
    record Grounds(int note, String reasons) {}

    /**
     * Who did what.
     *
     * @param by the account that wanted it
     * @param at when
     * @param second the account that confirmed it, null before
     * @param secondAt when it began, null before
     * @param stoppedAt when it was stopped, null where it was not
     */
    record Signatures(
            UUID by,
            Instant at,
            @Nullable UUID second,
            @Nullable Instant secondAt,
            @Nullable Instant stoppedAt) {}

    boolean stopped() {
        return signatures.stoppedAt() != null;
    }

    /** Returns how far it has come on a day of its subsidiary. */
    HoldoutState state(LocalDate today) {
        boolean late = today.isAfter(rules.lastDay());
        if (signatures.secondAt() == null) {
            return stopped() || late ? HoldoutState.WITHDRAWN : HoldoutState.PROPOSED;
        }
        if (stopped()) {
            return HoldoutState.STOPPED;
        }
        return late ? HoldoutState.OVER : HoldoutState.RUNNING;
    }
}
