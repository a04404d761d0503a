package org.holdfast.core.offboarding.interview;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Where;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/**
 * The exit interview of somebody who leaves, for HR.
 *
 * @param offboardingId the offboarding case
 * @param employee who leaves
 * @param version counts its changes; 0 where none was offered
 * @param lastDay the last day of employment
 * @param state {@code none}, {@code offered}, {@code held}, {@code declined} or {@code missed}
 * @param course how it goes; null where none was offered
 * @param form what is asked; null where none was offered
 * @param said each version of what was said, the first first
 * @param draft what the caller has written so far, where they hold it
 * @param mayStay whether the person wants to talk again while the case can still be taken back
 * @param may what the caller may do
 * @param holders who may hold it; none for whom cannot offer it
 */
public record InterviewView(
        @TellsNothing UUID offboardingId,
        @Whom EmployeeRow employee,
        @TellsNothing int version,
        @Told("interview") @Nullable LocalDate lastDay,
        @Told("interview") String state,
        @Told("interview") @Nullable CourseView course,
        @TellsNothing @Nullable InterviewForm form,
        @Told("interview") List<SaidView> said,
        @Told("interview") @Nullable AnswersView draft,
        @Told("interview") boolean mayStay,
        @TellsNothing MayView may,
        @TellsNothing List<HolderView> holders) {

    /** Copies the lists. */
    public InterviewView {
        said = List.copyOf(said);
        holders = List.copyOf(holders);
    }

    /**
     * How an interview goes.
     *
     * @param self whether the person fills it in alone
     * @param holder who holds it, empty where the person fills it in alone
     * @param by who offered it
     * @param dueOn until when
     * @param closedOn when it was held, declined or missed
     * @param note what was noted at its end
     */
    public record CourseView(
            boolean self,
            String holder,
            String by,
            LocalDate dueOn,
            @Nullable LocalDate closedOn,
            String note) {}

    /**
     * A version of what was said.
     *
     * @param number counts from 1
     * @param at when
     * @param by who wrote it down
     * @param self whether it is the person
     * @param why why an earlier version was corrected, empty in the first
     * @param answers what was answered
     */
    public record SaidView(int number, OffsetDateTime at, String by, boolean self, String why, AnswersView answers) {}

    /**
     * What was answered.
     *
     * @param reasons codes of the reasons, the main one first
     * @param answers answers by question
     * @param talk whether the person wants to talk again
     */
    public record AnswersView(List<String> reasons, List<AnswerView> answers, boolean talk) {

        /** Copies the lists. */
        public AnswersView {
            reasons = List.copyOf(reasons);
            answers = List.copyOf(answers);
        }
    }

    /**
     * The answer to one question.
     *
     * @param question its code
     * @param value of a scale
     * @param choices codes of what was chosen
     * @param text own words
     */
    public record AnswerView(String question, @Nullable Integer value, List<String> choices, String text) {

        /** Copies the list. */
        public AnswerView {
            choices = List.copyOf(choices);
        }
    }

    /**
     * What the caller may do.
     *
     * @param offer offer it, or offer it anew
     * @param hold write down what is said
     * @param correct correct what was said
     * @param close note that it was declined or missed
     */
    public record MayView(boolean offer, boolean hold, boolean correct, boolean close) {}

    /**
     * Who may hold an interview.
     *
     * @param id account
     * @param name name
     */
    public record HolderView(UUID id, String name) {}

    /**
     * The caller's own interview.
     *
     * @param personId the caller
     * @param subsidiaryId the employer
     * @param version counts its changes; 0 where none was offered
     * @param state as for HR
     * @param course how it goes; null where none was offered
     * @param form what is asked; null where none was offered
     * @param said each version of what was said, the first first
     * @param draft what the caller has written so far
     * @param mayWrite whether the caller fills it in, or corrects what they said
     * @param mayDecline whether the caller may decline
     */
    public record OwnInterviewView(
            @Whom(shown = false) @Nullable UUID personId,
            @Where @Nullable UUID subsidiaryId,
            @TellsNothing int version,
            @Told("interview") String state,
            @Told("interview") @Nullable CourseView course,
            @TellsNothing @Nullable InterviewForm form,
            @Told("interview") List<SaidView> said,
            @Told("interview") @Nullable AnswersView draft,
            @TellsNothing boolean mayWrite,
            @TellsNothing boolean mayDecline) {

        /** Copies the list. */
        public OwnInterviewView {
            said = List.copyOf(said);
        }
    }

    /**
     * Interviews of those who leave.
     *
     * @param items the one whose last day comes first first
     */
    public record Lines(List<Line> items) {

        /** Copies the items. */
        public Lines {
            items = List.copyOf(items);
        }
    }

    /**
     * An interview in a list.
     *
     * @param offboardingId the offboarding case
     * @param employee who leaves
     * @param lastDay the last day of employment
     * @param state as above
     * @param dueOn until when it should be held; null where none was offered
     */
    public record Line(
            @TellsNothing UUID offboardingId,
            @Whom EmployeeRow employee,
            @Told("interview") @Nullable LocalDate lastDay,
            @Told("interview") String state,
            @Told("interview") @Nullable LocalDate dueOn) {}
}
