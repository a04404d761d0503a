package org.holdfast.core.offboarding.interview;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is sent about an exit interview. */
public final class InterviewFields {
    private InterviewFields() {}

    /**
     * An interview is offered.
     *
     * @param version the version as it was read; 0 where there was none
     * @param self whether the person fills it in alone; null for no
     * @param holderId account of who holds it, of those named in the view; null where the person fills it in alone
     * @param dueOn until when, null for the last day
     */
    public record Offer(
            @Nullable Integer version,
            @Nullable Boolean self,
            @Nullable UUID holderId,
            @Nullable LocalDate dueOn) {}

    /**
     * An interview was declined or missed.
     *
     * @param version the version as it was read
     * @param state {@code declined} or {@code missed}
     * @param note what is written beside it, at most 2,000 characters
     */
    public record Closing(
            @Nullable Integer version,
            @Nullable String state,
            @Nullable String note) {}

    /**
     * The person declines. They need not say why.
     *
     * @param version the version as it was read
     */
    public record Declining(@Nullable Integer version) {}

    /**
     * What was answered.
     *
     * @param key chosen by who sends it, the same when it is sent again; not needed for a draft
     * @param version the version as it was read
     * @param reasons codes of at most five reasons, the main one first
     * @param answers at most one for each question
     * @param talk whether the person wants to talk again: they may still stay; null for no
     * @param why why what was said before is corrected, at most 500 characters
     */
    public record Answers(
            @Nullable UUID key,
            @Nullable Integer version,
            @Nullable List<@Nullable String> reasons,
            @Nullable List<@Nullable Answer> answers,
            @Nullable Boolean talk,
            @Nullable String why) {
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
     * @param value of a scale, 1 to 5
     * @param choices codes of what was chosen
     * @param text own words, at most 4,000 characters
     */
    public record Answer(
            @Nullable String question,
            @Nullable Integer value,
            @Nullable List<@Nullable String> choices,
            @Nullable String text) {
        /** Tells nothing of anybody. */
        @Override
        public String toString() {
            return "answer";
        }
    }
}
