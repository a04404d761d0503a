package org.holdfast.core.offboarding.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.offboarding.cases.ExitCases.Stage;
import org.holdfast.core.offboarding.flows.FlowStep;
import org.jspecify.annotations.Nullable;

/**
 * What figures about offboardings are counted from. Nothing of a case that is only prepared, and nothing of people who were erased.
 * Safe for use from many threads.
 */
public interface CaseFigures {

    /**
     * Returns the cases of a subsidiary.
     *
     * @param subsidiaryId the subsidiary
     * @return the one whose last day comes first first
     */
    List<CaseFigure> of(UUID subsidiaryId);

    /**
     * Returns what differs once a case or a task of a subsidiary has changed.
     *
     * @param subsidiaryId the subsidiary
     * @return to be compared with an earlier one
     */
    Object standing(UUID subsidiaryId);

    /**
     * A case, without a word that was written in it.
     *
     * @param personId who leaves
     * @param stage how far it is, never prepared
     * @param reason code of the reason the person gave, empty where they gave none
     * @param course when it went on
     * @param tasks what had to be done, without what the flow dropped
     */
    record CaseFigure(UUID personId, Stage stage, String reason, Course course, List<TaskFigure> tasks) {

        /** Copies the tasks. */
        public CaseFigure {
            tasks = List.copyOf(tasks);
        }
    }

    /**
     * When a case went on.
     *
     * @param startedAt when it began
     * @param endedAt when it ended, or was taken back; null before
     * @param lastDay the last day of employment
     */
    record Course(Instant startedAt, @Nullable Instant endedAt, LocalDate lastDay) {}

    /**
     * A task.
     *
     * @param step what kind of step it is
     * @param openedAt when it came to its office
     * @param dueOn the last day for it
     * @param doneAt when it was done; null before
     */
    record TaskFigure(
            FlowStep step,
            Instant openedAt,
            LocalDate dueOn,
            @Nullable Instant doneAt) {

        /**
         * Says whether it was an approval, which stands before everything else.
         *
         * @return whether somebody approves in it
         */
        public boolean approval() {
            return step == FlowStep.DEPARTMENT_APPROVAL || step == FlowStep.HR_APPROVAL;
        }
    }
}
