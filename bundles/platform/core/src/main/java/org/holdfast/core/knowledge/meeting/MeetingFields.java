package org.holdfast.core.knowledge.meeting;

import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A meeting, as somebody writes it.
 *
 * @param version the version that was read; 0 where there was none
 * @param startsAt day and hour in the time zone of the subsidiary
 * @param place where, at most 200 characters
 * @param agenda what it is about, at most 2,000 characters
 * @param minutes what was said, at most 20,000 characters; empty before the meeting
 * @param successorIds who goes on with the work, one to ten
 * @param headId the superior of who leaves
 */
public record MeetingFields(
        @Nullable Integer version,
        @Nullable LocalDateTime startsAt,
        @Nullable String place,
        @Nullable String agenda,
        @Nullable String minutes,
        @Nullable List<UUID> successorIds,
        @Nullable UUID headId) {}
