package org.holdfast.core.retention.programmes;

import java.time.Instant;
import java.util.List;

/**
 * Something that was done with a programme. Steps are added and never changed; what stands in words is sealed.
 *
 * @param at when
 * @param words what was done, and by whom
 */
record ProgrammeStep(Instant at, Words words) {

    /**
     * The sealed part.
     *
     * @param what what was done
     * @param by name of the account
     * @param note what was written beside it, may be empty
     * @param changes which parts were changed, by their names in the API
     */
    record Words(What what, String by, String note, List<String> changes) {

        /** Copies the changes. */
        Words {
            changes = List.copyOf(changes);
        }
    }

    /** What was done. */
    enum What {
        /** It was begun. */
        CREATED,
        /** It was changed. */
        CHANGED,
        /** Somebody was asked to approve. */
        SUBMITTED,
        /** It was approved. */
        APPROVED,
        /** It was given back to be changed. */
        RETURNED,
        /** What was put forward or approved is being changed. */
        REOPENED,
        /** Its cohort was fixed, and it is carried out. */
        STARTED,
        /** It was noted who has got what. */
        PROGRESSED,
        /** It was carried out. */
        FINISHED,
        /** Nothing more is done. */
        CANCELLED
    }
}
