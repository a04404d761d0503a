package org.holdfast.core.offboarding.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.offboarding.flows.FlowOffice;
import org.holdfast.core.offboarding.flows.FlowStep;
import org.jspecify.annotations.Nullable;

/**
 * A change of a case. It says nothing of why somebody leaves.
 *
 * @param kind what happened
 * @param caseId the case
 * @param subsidiaryId the subsidiary of who leaves
 * @param personId who leaves
 * @param at when
 * @param lastDay the last day of employment, as it is after the change
 * @param step the step it is about, null where it is about none
 */
public record CaseChange(
        Kind kind,
        UUID caseId,
        UUID subsidiaryId,
        UUID personId,
        Instant at,
        LocalDate lastDay,
        @Nullable Step step) {

    /** What happened. */
    public enum Kind {
        /** The case began. */
        BEGUN("begun"),
        /** The person leaves on another day. */
        LAST_DAY_CHANGED("lastDayChanged"),
        /** An office has done a step. */
        STEP_DONE("stepDone"),
        /** The last day for a step is over, and it is not done. */
        STEP_OVERDUE("stepOverdue"),
        /** The person stays: it was taken back. */
        WITHDRAWN("withdrawn"),
        /** It is proved that no account of the person lives. */
        ACCESS_ENDED("accessEnded"),
        /** Everything of its flow is done. */
        ENDED("ended");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        /**
         * Returns its code.
         *
         * @return the code, which is part of the API
         */
        public String code() {
            return code;
        }

        /**
         * Finds a kind.
         *
         * @param code its code
         * @return the kind, empty where there is none of that code
         */
        public static Optional<Kind> ofCode(String code) {
            return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
        }
    }

    /**
     * A step.
     *
     * @param step what is done
     * @param office who does it
     * @param dueOn until when it has to be done
     * @param outcome how it was done, empty before
     */
    public record Step(FlowStep step, FlowOffice office, LocalDate dueOn, String outcome) {}

    static CaseChange of(Kind kind, Offboarding after, Instant at) {
        return new CaseChange(
                kind,
                after.id(),
                after.subsidiaryId(),
                after.personId(),
                at,
                after.course().lastDay(),
                null);
    }

    /** Returns the same change, as one of a task. */
    CaseChange with(OffboardingTask task, String outcome) {
        Step about =
                new Step(task.what().step(), task.what().office(), task.clock().dueOn(), outcome);
        return new CaseChange(kind, caseId, subsidiaryId, personId, at, lastDay, about);
    }
}
