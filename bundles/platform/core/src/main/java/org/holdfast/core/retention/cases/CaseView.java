package org.holdfast.core.retention.cases;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.ToldAs;
import org.holdfast.core.platform.rest.Whom;
import org.holdfast.core.retention.cases.TalkView.Cause;
import org.jspecify.annotations.Nullable;

/**
 * A case as its reader may see it: nothing in it tells a score, a band or a reason.
 *
 * @param id the case
 * @param alertId the alert; null for a superior who does not have it any more
 * @param employee whom it is about
 * @param state how far it has come: the words of {@link CaseState}
 * @param overdue whether the time for the talk is over and nobody has talked
 * @param yours whether the caller is who has to talk
 * @param talker who has to talk
 * @param clock since when and until when
 * @param turns who had to talk before, the first one first; a superior is told the own turns alone
 * @param talks the talks, the one recorded last first; null in lists
 * @param causes what a talk can be about, the same for everybody in the subsidiary; null in lists
 * @param mayRecord whether the caller may record a talk now; false in lists
 * @param imported whether it comes from a file about the time before the product: then nobody had a clock
 */
public record CaseView(
        @TellsNothing UUID id,
        @Told("alerts") @Nullable UUID alertId,
        @Whom EmployeeRow employee,
        @Told("alerts") String state,
        @Told("alerts") boolean overdue,
        @Told("alerts") boolean yours,
        @Told("alerts") Talker talker,
        @Told("alerts") ClockView clock,
        @Told("alerts") List<TurnView> turns,
        @Nullable List<TalkView> talks,
        @TellsNothing @Nullable List<Cause> causes,
        @Told("alerts") boolean mayRecord,
        @Told("alerts") boolean imported) {

    /** Copies the lists. */
    public CaseView {
        turns = List.copyOf(turns);
        talks = talks == null ? null : List.copyOf(talks);
        causes = causes == null ? null : List.copyOf(causes);
    }

    /** Returns the same case with its talks. */
    CaseView with(List<TalkView> held, List<Cause> possible, boolean open) {
        return new CaseView(
                id, alertId, employee, state, overdue, yours, talker, clock, turns, held, possible, open, imported);
    }

    /**
     * Who has to talk.
     *
     * @param role {@code subsidiaryHr} or {@code lineManager}
     * @param name name of the superior, or the word for HR
     */
    public record Talker(String role, String name) {}

    /**
     * Since when and until when; moments are in the time zone of who has to talk.
     *
     * @param startedAt when they got it
     * @param dueOn the last day for the talk
     * @param remindedAt when they were reminded
     * @param escalatedAt when it went up last
     * @param talkedAt when the first talk was recorded
     * @param closedAt when it was closed
     */
    public record ClockView(
            OffsetDateTime startedAt,
            LocalDate dueOn,
            @Nullable OffsetDateTime remindedAt,
            @Nullable OffsetDateTime escalatedAt,
            @Nullable OffsetDateTime talkedAt,
            @Nullable OffsetDateTime closedAt) {}

    /**
     * A turn that is over.
     *
     * @param name name of who had to talk, or the word for HR
     * @param startedAt when they got it
     * @param dueOn the last day for the talk
     * @param endedAt when it went to somebody else
     * @param endedFor {@code escalated}, {@code moved} or {@code delivered}
     * @param field the field it is told as, not written
     */
    public record TurnView(
            String name,
            OffsetDateTime startedAt,
            LocalDate dueOn,
            OffsetDateTime endedAt,
            String endedFor,
            @ToldAs(shown = false) String field) {}
}
