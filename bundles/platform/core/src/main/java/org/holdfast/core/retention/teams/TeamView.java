package org.holdfast.core.retention.teams;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Where;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/**
 * A team that somebody left. Its figures are counted over people of whom the reader is told just that.
 *
 * @param id the department
 * @param subsidiaryId its subsidiary
 * @param name its name
 * @param subsidiaryName the subsidiary's name
 * @param since from which exit on scores are compared
 * @param headcount how many people in it the reader sees
 * @param keyPosts how many of them hold key posts
 * @param move how the scores of the team moved
 * @param left who left, the latest first
 * @param members who is there, whose score rose most first; null in lists
 */
public record TeamView(
        @TellsNothing UUID id,
        @Where UUID subsidiaryId,
        @TellsNothing String name,
        @TellsNothing String subsidiaryName,
        @TellsNothing LocalDate since,
        @TellsNothing int headcount,
        @TellsNothing int keyPosts,
        @TellsNothing MoveView move,
        List<LeaverView> left,
        @Nullable List<MemberView> members) {

    /** Copies the lists. */
    public TeamView {
        left = List.copyOf(left);
        members = members == null ? null : List.copyOf(members);
    }

    /**
     * How the scores of a team moved.
     *
     * @param compared of how many people there is a score then and now
     * @param mean mean change in points, null where nobody can be compared
     * @param rose how many of them are in a higher band now
     */
    public record MoveView(int compared, @Nullable Double mean, int rose) {}

    /**
     * Somebody who left.
     *
     * @param employee who
     * @param leftOn the last day
     * @param type {@code voluntary}, {@code involuntary}, {@code retirement}, {@code other} or empty
     * @param led whether somebody of the team reported to them
     */
    public record LeaverView(
            @Whom EmployeeRow employee,
            @Told("contract") LocalDate leftOn,
            @Told("contract") String type,
            @Told("post") boolean led) {}

    /**
     * Somebody who is there.
     *
     * @param employee who
     * @param then the score on the day of the exit, null where there is none
     * @param now the current score, null where there is none
     * @param band code of the current band
     * @param rose whether the band is higher than then
     * @param caseId their open case, null for none
     */
    public record MemberView(
            @Whom EmployeeRow employee,
            @Told("score") @Nullable Double then,
            @Told("score") @Nullable Double now,
            @Told("score") String band,
            @Told("score") boolean rose,
            @Told("alerts") @Nullable UUID caseId) {}
}
