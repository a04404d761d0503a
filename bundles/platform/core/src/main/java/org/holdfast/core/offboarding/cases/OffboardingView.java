package org.holdfast.core.offboarding.cases;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/**
 * The case of somebody who leaves, as its reader may see it. Moments are in the time zone of the subsidiary.
 *
 * @param id the case
 * @param employee who leaves
 * @param kind how the employment ends, a code of {@link org.holdfast.api.labour.ExitKind}
 * @param state {@code running}, {@code withdrawn} or {@code ended}
 * @param noticeOn the day notice was given
 * @param lastDay the last day of employment
 * @param startedAt when the case began
 * @param endedAt when its flow ended or it was taken back
 * @param self whether the person began it
 * @param open how many tasks are open
 * @param overdue whether one of them is overdue
 * @param yours how many of them are the caller's
 * @param version how often it was changed
 * @param reason why they leave, as far as somebody has said
 * @param evidence the lawful event on file
 * @param chain all that had to be shown where one paper does not do; empty for other kinds
 * @param notice what the law says of the notice; null in lists, and where the country has no rules
 * @param tasks its tasks, the one that opened first first; null in lists
 * @param history what was done, the first first; null in lists
 * @param mayChange whether the caller may change the case now
 * @param mayWithdraw whether the caller may take it back now
 */
public record OffboardingView(
        @TellsNothing UUID id,
        @Whom EmployeeRow employee,
        @Told("offboarding") String kind,
        @Told("offboarding") String state,
        @Told("offboarding") LocalDate noticeOn,
        @Told("offboarding") LocalDate lastDay,
        @Told("offboarding") OffsetDateTime startedAt,
        @Told("offboarding") @Nullable OffsetDateTime endedAt,
        @Told("offboarding") boolean self,
        @Told("offboarding") int open,
        @Told("offboarding") boolean overdue,
        @Told("offboarding") int yours,
        @TellsNothing int version,
        @Told("exitReason") @Nullable ReasonView reason,
        @Told("exitReason") @Nullable EvidenceView evidence,
        @Told("exitReason") List<PieceView> chain,
        @Told("offboarding") @Nullable NoticeView notice,
        @Told("offboarding") @Nullable List<TaskView> tasks,
        @Told("offboarding") @Nullable List<EntryView> history,
        @Told("offboarding") boolean mayChange,
        @Told("offboarding") boolean mayWithdraw) {

    /** Copies the lists. */
    public OffboardingView {
        chain = List.copyOf(chain);
        tasks = tasks == null ? null : List.copyOf(tasks);
        history = history == null ? null : List.copyOf(history);
    }

    /** Returns the same case with all that is known of it. */
    OffboardingView with(@Nullable NoticeView law, List<TaskView> all, List<EntryView> done) {
        return new OffboardingView(
                id,
                employee,
                kind,
                state,
                noticeOn,
                lastDay,
                startedAt,
                endedAt,
                self,
                open,
                overdue,
                yours,
                version,
                reason,
                evidence,
                chain,
                law,
                all,
                done,
                mayChange,
                mayWithdraw);
    }

    /**
     * Why they leave.
     *
     * @param code a code of {@link LeaveReason}, empty for none
     * @param note more in words
     */
    public record ReasonView(String code, String note) {}

    /**
     * The lawful event on file.
     *
     * @param reference where it is found
     * @param on its day
     */
    public record EvidenceView(String reference, LocalDate on) {}

    /**
     * A piece of evidence.
     *
     * @param kind what it shows, such as {@code returnNotice}
     * @param reference where it is found
     * @param on its day
     */
    public record PieceView(String kind, String reference, LocalDate on) {}

    /**
     * Something that was done.
     *
     * @param at when
     * @param what {@code started}, {@code changed}, {@code taskDone}, {@code withdrawn}, {@code ended} or {@code left}
     * @param step of a task, what kind of step it was
     * @param office of a task, whose it was
     * @param outcome of a task, how it ended
     * @param by user name of who did it, null for the server and for the person who leaves
     * @param note what was written beside it
     */
    public record EntryView(
            OffsetDateTime at,
            String what,
            @Nullable String step,
            @Nullable String office,
            @Nullable String outcome,
            @Nullable String by,
            String note) {}
}
