package org.holdfast.core.offboarding.cases;

import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What was done in a case; entries are added and never changed.
 *
 * @param at when
 * @param words what and by whom; sealed under the key of who leaves
 */
record CaseEntry(Instant at, Words words) {

    /** What was done. */
    enum What {
        /** The case began. */
        STARTED("started"),
        /** Its last day or reason was changed. */
        CHANGED("changed"),
        /** A task was done. */
        TASK_DONE("taskDone"),
        /** It was taken back. */
        WITHDRAWN("withdrawn"),
        /** Its flow came to its end. */
        ENDED("ended"),
        /** The last day was over, and the person's record says so. */
        LEFT("left");

        private final String code;

        What(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static What ofCode(String code) {
            return Arrays.stream(values())
                    .filter(one -> one.code.equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * What and by whom.
     *
     * @param what code of what was done
     * @param task id of the task, null where it was none
     * @param outcome how the task ended, empty for none
     * @param by who did it, null for the server
     * @param note what was written beside it, may be empty
     */
    record Words(String what, @Nullable String task, String outcome, Offboarding.@Nullable By by, String note) {

        static Words of(What what, Offboarding.@Nullable By by, String note) {
            return new Words(what.code(), null, "", by, note);
        }

        /** Repeats nothing of what was written. */
        @Override
        public String toString() {
            return what;
        }
    }
}
