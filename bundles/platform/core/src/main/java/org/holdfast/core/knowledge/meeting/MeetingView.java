package org.holdfast.core.knowledge.meeting;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.people.EmployeeRow;
import org.holdfast.core.platform.rest.TellsNothing;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/**
 * The meeting about a handover, for HR and superiors.
 *
 * @param offboardingId the case
 * @param employee who leaves
 * @param version how often it was changed; 0 where there is none
 * @param zone time zone of the subsidiary
 * @param meeting the meeting, null where there is none
 * @param suggested who would have to sign, where there is none: who gets something, and the superior
 * @param may what the reader may do: to write
 */
public record MeetingView(
        @TellsNothing UUID offboardingId,
        @Whom EmployeeRow employee,
        @TellsNothing int version,
        @TellsNothing String zone,
        @Told("knowledge") @Nullable MeetingShown meeting,
        @Told("knowledge") List<SignerShown> suggested,
        @TellsNothing List<String> may) {

    /** Copies the lists. */
    public MeetingView {
        suggested = List.copyOf(suggested);
        may = List.copyOf(may);
    }

    /**
     * A meeting.
     *
     * @param startsAt day and hour, in the time zone of the subsidiary
     * @param place where
     * @param agenda what it is about
     * @param minutes what was said, empty before it
     * @param open what of the handover list was open when this was written, in the reader's language
     * @param digest over what is signed
     * @param signers who has to sign, and has
     * @param signed whether all have signed this
     */
    public record MeetingShown(
            OffsetDateTime startsAt,
            String place,
            String agenda,
            String minutes,
            List<String> open,
            String digest,
            List<SignerShown> signers,
            boolean signed) {

        /** Copies the lists. */
        public MeetingShown {
            open = List.copyOf(open);
            signers = List.copyOf(signers);
        }
    }

    /**
     * Somebody who has to sign.
     *
     * @param part as what: leaver, successor or head
     * @param employeeId who; null once they were erased
     * @param name their name; null once they were erased
     * @param state {@code waiting}, {@code signed}, {@code refused}, {@code outdated} where they signed minutes that were changed
     *     since, or {@code left} where they left before they signed
     * @param at when they signed or refused; null while they have not
     * @param reason why they refused; null where they did not
     */
    public record SignerShown(
            String part,
            @Nullable UUID employeeId,
            @Nullable String name,
            String state,
            @Nullable OffsetDateTime at,
            @Nullable String reason) {}
}
