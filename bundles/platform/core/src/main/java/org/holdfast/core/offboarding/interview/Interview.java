package org.holdfast.core.offboarding.interview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The exit interview of a case.
 *
 * @param of whose
 * @param version counts its changes; 0 where none was offered
 * @param course how far it is; plain, for lists and figures
 * @param content whatever tells of somebody
 */
record Interview(Of of, int version, Course course, Content content) {

    /**
     * Whose interview it is.
     *
     * @param caseId the offboarding case
     * @param subsidiaryId the subsidiary
     * @param personId who leaves
     */
    record Of(UUID caseId, UUID subsidiaryId, UUID personId) {}

    /** How far it is. */
    enum State {
        /** The person was asked, and has not said anything yet. */
        OFFERED("offered"),
        /** It was held. */
        HELD("held"),
        /** The person does not want one, and need not say why. */
        DECLINED("declined"),
        /** Nobody came. */
        MISSED("missed");

        private final String code;

        State(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static Optional<State> ofCode(String code) {
            return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
        }
    }

    /**
     * How far it is. Days are those of the subsidiary.
     *
     * @param state the state
     * @param form the version of the form it began with
     * @param dueOn until when it should be held
     * @param closedOn when it was held, declined or missed; null while it is offered
     * @param captured whether a reason of leaving was given
     */
    record Course(
            State state,
            int form,
            LocalDate dueOn,
            @Nullable LocalDate closedOn,
            boolean captured) {}

    /**
     * What tells of somebody.
     *
     * @param self whether the person fills it in alone
     * @param holder id of the account of who holds it, empty where the person fills it in alone
     * @param holderName their name
     * @param by who offered it
     * @param note what was noted at its end
     * @param own what the person has written so far, for them alone
     * @param draft what who holds it has written so far
     */
    record Content(
            boolean self,
            String holder,
            String holderName,
            String by,
            String note,
            @Nullable Answers own,
            @Nullable Answers draft) {

        /** Tells nothing of anybody. */
        @Override
        public String toString() {
            return "content of an exit interview";
        }

        Content noted(String words) {
            return new Content(self, holder, holderName, by, words, null, null);
        }

        Content drafted(Answers written, boolean byPerson) {
            return byPerson
                    ? new Content(self, holder, holderName, by, note, written, draft)
                    : new Content(self, holder, holderName, by, note, own, written);
        }
    }

    /**
     * What was answered.
     *
     * @param reasons codes of the reasons, the main one first
     * @param given answers by question
     * @param talk whether the person wants to talk again: they may still stay
     */
    record Answers(List<String> reasons, List<Given> given, boolean talk) {

        /** Copies the lists. */
        Answers {
            reasons = List.copyOf(reasons);
            given = List.copyOf(given);
        }

        /** Returns what was answered to a scale question. */
        Optional<Integer> score(String question) {
            return given.stream()
                    .filter(one -> one.question().equals(question))
                    .flatMap(one -> Optional.ofNullable(one.value()).stream())
                    .findFirst();
        }

        /** Tells nothing of anybody. */
        @Override
        public String toString() {
            return "answers";
        }
    }

    /**
     * The answer to one question.
     *
     * @param question its code
     * @param value of a scale
     * @param choices codes of what was chosen
     * @param text own words, empty for none
     */
    record Given(String question, @Nullable Integer value, List<String> choices, String text) {

        /** Copies the list. */
        Given {
            choices = List.copyOf(choices);
        }

        /** Tells nothing of anybody. */
        @Override
        public String toString() {
            return question;
        }
    }

    /**
     * A version of what was answered. None is ever changed: a mistake is corrected by a further one.
     *
     * @param id chosen by who sends it
     * @param number counts from 1
     * @param at when
     * @param words what was answered
     */
    record Said(UUID id, int number, Instant at, Words words) {}

    /**
     * What was answered, and by whom it was written down.
     *
     * @param answers the answers
     * @param account who wrote it down
     * @param by their name
     * @param self whether it is the person
     * @param why why an earlier version was corrected, empty in the first
     */
    record Words(Answers answers, String account, String by, boolean self, String why) {

        /** Tells nothing of anybody. */
        @Override
        public String toString() {
            return "answers";
        }
    }

    boolean offered() {
        return version > 0 && course.state() == State.OFFERED;
    }

    boolean held() {
        return version > 0 && course.state() == State.HELD;
    }

    Interview next(Course fresh, Content other) {
        return new Interview(of, version + 1, fresh, other);
    }

    Interview drafted(Answers written, boolean byPerson) {
        return next(course, content.drafted(written, byPerson));
    }

    /** Returns the interview as it is once it is over. */
    Interview closed(State state, LocalDate on, boolean captured, String note) {
        return next(new Course(state, course.form(), course.dueOn(), on, captured), content.noted(note));
    }
}
