package org.holdfast.core.retention.holdout;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/**
 * A lot that was drawn about somebody.
 *
 * @param id its id
 * @param holdoutId the hold-out it was drawn for
 * @param subsidiaryId the person's subsidiary
 * @param personId the person
 * @param on the day it was drawn
 * @param until the last day of the horizon, until which it holds
 * @param lot what was drawn
 */
public record Draw(UUID id, UUID holdoutId, UUID subsidiaryId, UUID personId, LocalDate on, LocalDate until, Lot lot) {

    /** What was drawn, and whether it was kept to. */
    public enum Lot {
        /** The alert was opened. */
        TOLD(0),
        /** No alert was opened. */
        HELD(1),
        /** None was opened at first, but one before the horizon had passed. */
        HELD_THEN_TOLD(2);

        private final byte code;

        Lot(int code) {
            this.code = (byte) code;
        }

        /** Returns the byte that is sealed; of one length, so that no seal tells what lies in it. */
        byte code() {
            return code;
        }

        static Lot ofCode(byte code) {
            return Arrays.stream(values())
                    .filter(lot -> lot.code == code)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * Says which group somebody belongs to, whatever became of them: that of who was not to be told.
     *
     * @return whether the lot was to hold the alert back
     */
    public boolean heldOut() {
        return lot != Lot.TOLD;
    }

    Draw toldNow() {
        return new Draw(id, holdoutId, subsidiaryId, personId, on, until, Lot.HELD_THEN_TOLD);
    }

    boolean holdsOn(LocalDate today) {
        return lot == Lot.HELD && !today.isAfter(until);
    }
}
