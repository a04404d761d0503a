package org.holdfast.core.knowledge.meeting;

import java.util.List;
import java.util.UUID;
import org.holdfast.core.knowledge.meeting.MeetingView.MeetingShown;
import org.holdfast.core.platform.rest.Told;
import org.holdfast.core.platform.rest.Whom;
import org.jspecify.annotations.Nullable;

/**
 * Meetings that the reader has to sign.
 *
 * @param employeeId the reader
 * @param items the meetings, the latest first
 */
public record OwnMeetingsView(
        @Whom UUID employeeId, @Told("knowledge") List<OwnMeeting> items) {

    /** Copies the items. */
    public OwnMeetingsView {
        items = List.copyOf(items);
    }

    /**
     * A meeting that the reader has to sign.
     *
     * @param offboardingId the case
     * @param leaver name of who leaves
     * @param zone time zone of the subsidiary
     * @param meeting the meeting
     * @param signs whether the reader can sign it now
     * @param refuses whether the reader can say why they do not sign
     */
    public record OwnMeeting(
            UUID offboardingId,
            @Nullable String leaver,
            String zone,
            MeetingShown meeting,
            boolean signs,
            boolean refuses) {}
}
