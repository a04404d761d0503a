package org.holdfast.core.offboarding.preparation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was done in a preparation; entries are added and never changed.
 *
 * @param at when
 * @param words what and by whom; sealed under the key of the person
 */
record PreparationEntry(Instant at, Words words) {

    /** What was done. */
    enum What {
        /** It began. */
        STARTED("started"),
        /** Why, the wanted day or the note was changed. */
        CHANGED("changed"),
        /** A step was done. */
        STEP_DONE("stepDone"),
        /** A step was taken back. */
        STEP_UNDONE("stepUndone"),
        /** A piece of evidence was added. */
        EVIDENCE_ADDED("evidenceAdded"),
        /** All of it was taken back. */
        REVOKED("revoked"),
        /** A case began from it. */
        BEGUN("begun");

        private final String code;

        What(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }
    }

    /**
     * What and by whom.
     *
     * @param what code of what was done
     * @param detail the code of a step or of a kind of evidence, empty for none
     * @param by who did it, null for the server
     * @param note what was written beside it, may be empty
     */
    record Words(String what, String detail, Preparation.@Nullable By by, String note) {

        /** Repeats nothing of what was written. */
        @Override
        public String toString() {
            return what;
        }
    }
}
