package org.holdfast.core.retention.programmes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.api.industry.ActionKind;
import org.holdfast.core.retention.plans.Money;
import org.jspecify.annotations.Nullable;

/**
 * A plan for a cohort.
 *
 * @param id random id
 * @param subsidiaryId whose people it is for
 * @param version how often it was changed: who changes it names the version they saw
 * @param course how far it has come
 * @param duty who answers for it
 * @param content what it is about
 */
record Programme(UUID id, UUID subsidiaryId, int version, Course course, Duty duty, Content content) {

    /**
     * How far it has come.
     *
     * @param state the state
     * @param submittedBy random id of the account that asked for approval, null before
     * @param createdAt when it was begun
     * @param startedOn the day its cohort was fixed, null before
     * @param endedOn the day it was finished or cancelled, null before
     */
    record Course(
            ProgrammeState state,
            @Nullable UUID submittedBy,
            Instant createdAt,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate endedOn) {

        Course with(ProgrammeState next, @Nullable UUID by) {
            return new Course(next, by, createdAt, startedOn, endedOn);
        }

        Course started(LocalDate on) {
            return new Course(ProgrammeState.RUNNING, submittedBy, createdAt, on, null);
        }

        Course ended(ProgrammeState how, LocalDate on) {
            return new Course(how, submittedBy, createdAt, startedOn, on);
        }
    }

    /**
     * Who answers for it.
     *
     * @param ownerId the employee who sees to it, null for HR
     * @param teamId the department whose team plan it is, null for any other programme
     */
    record Duty(@Nullable UUID ownerId, @Nullable UUID teamId) {}

    /**
     * What it is about; sealed under the key of the subsidiary.
     *
     * @param template code of the template it was made of, empty for none
     * @param title in words
     * @param reason why
     * @param cohort whom it is for
     * @param actions what is done
     * @param terms by when, and for how much
     */
    record Content(String template, String title, String reason, Cohort cohort, List<Action> actions, Terms terms) {

        /** Copies the actions. */
        Content {
            actions = List.copyOf(actions);
        }

        Content with(List<Action> others) {
            return new Content(template, title, reason, cohort, others, terms);
        }

        /** Names nobody. */
        @Override
        public String toString() {
            return "programme";
        }
    }

    /**
     * By when, and for how much.
     *
     * @param startOn the day it is to begin, null where nobody has said
     * @param dueOn the day it is to be done by, null where nobody has said
     * @param budget what it may cost in all, null where nobody has said
     */
    record Terms(
            @Nullable LocalDate startOn,
            @Nullable LocalDate dueOn,
            @Nullable Money budget) {}

    /**
     * What is done.
     *
     * @param id random id
     * @param kind its kind
     * @param title in words
     * @param each whether each member gets it; false for what is done once for all
     * @param cost what it costs for each member, or once for all; null where nobody has said
     * @param done how many have got it; of what is done once for all, 1 once it is
     */
    record Action(
            UUID id,
            ActionKind kind,
            String title,
            boolean each,
            @Nullable Money cost,
            int done) {

        Action done(int count) {
            return new Action(id, kind, title, each, cost, count);
        }
    }

    Programme with(Course next) {
        return new Programme(id, subsidiaryId, version, next, duty, content);
    }

    Programme with(Content other) {
        return new Programme(id, subsidiaryId, version, course, duty, other);
    }

    /** Says whether it has, or had, a cohort. */
    boolean begun() {
        return course.startedOn() != null;
    }
}
