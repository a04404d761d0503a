package org.holdfast.core.retention.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What follows an alert until somebody has talked: one for each alert. It stands in plain columns, and tells nothing of why.
 *
 * @param id random id
 * @param alertId the alert
 * @param subsidiaryId the person's subsidiary
 * @param personId the person
 * @param state how far it has come
 * @param turn who has to talk, and until when
 * @param times when it changed
 */
public record RetentionCase(
        UUID id, UUID alertId, UUID subsidiaryId, UUID personId, CaseState state, Turn turn, Times times) {

    /**
     * Who has to talk. A case that goes to somebody else begins its next turn.
     *
     * @param number 1 for the first, 0 where the case was imported and nobody ever had a turn; each step of the clock is claimed for a turn, so that none is done twice
     * @param talkerId the employee who has to talk, null for HR
     * @param startedAt when they got it
     * @param dueOn the last day for the talk, on the calendar of who has to talk
     * @param dueAt the first moment after that day, in their time zone
     * @param remindedAt when they were reminded, null before
     * @param escalations how often it went up because nobody had talked
     */
    public record Turn(
            int number,
            @Nullable UUID talkerId,
            Instant startedAt,
            LocalDate dueOn,
            Instant dueAt,
            @Nullable Instant remindedAt,
            int escalations) {}

    /**
     * When it changed.
     *
     * @param openedAt when it was opened: with the first delivery to a superior, else with the alert
     * @param escalatedAt when it went up last, null where it never did
     * @param talkedAt when the first talk was recorded, null before
     * @param closedAt when it was closed, null before
     */
    public record Times(
            Instant openedAt,
            @Nullable Instant escalatedAt,
            @Nullable Instant talkedAt,
            @Nullable Instant closedAt) {}

    /**
     * A turn that is over.
     *
     * @param number which
     * @param talkerId who had to talk, null for HR and for who is erased
     * @param startedAt when they got it
     * @param dueOn the last day for the talk
     * @param endedAt when it went to somebody else
     * @param end why
     */
    record PastTurn(
            int number, @Nullable UUID talkerId, Instant startedAt, LocalDate dueOn, Instant endedAt, End end) {}

    /** Why a turn is over. */
    enum End {
        /** Nobody talked in time. */
        ESCALATED("escalated"),
        /** They cannot have it any more: moved, away, gone, or about whom an alert is open. */
        MOVED("moved"),
        /** HR had it only until the next morning's delivery to a superior. */
        DELIVERED("delivered");

        private final String code;

        End(String code) {
            this.code = code;
        }

        /** Returns the word used in the database and the API. */
        String code() {
            return code;
        }
    }

    /**
     * Says whether it comes from a file about the time before the product.
     *
     * @return true where nobody ever had a turn in it
     */
    public boolean imported() {
        return turn.number() == 0;
    }

    /** Says whether the time for the talk is over and nobody has talked. */
    boolean overdue(Instant now) {
        return state == CaseState.WAITING && !now.isBefore(turn.dueAt());
    }
}
