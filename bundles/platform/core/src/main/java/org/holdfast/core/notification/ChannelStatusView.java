package org.holdfast.core.notification;

import java.time.Instant;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/**
 * How a channel goes.
 *
 * @param code its code
 * @param name what people call it, in the caller's language
 * @param bundle symbolic name of the bundle that brings it
 * @param lastDeliveredAt when a message was taken last; null for never
 * @param waiting how many wait, or are tried again
 * @param givenUp how many were given up in the last 30 days
 * @param lastError why the message that was tried last was not taken, in the caller's language; null for nothing
 */
@TellsNothing
public record ChannelStatusView(
        String code,
        String name,
        String bundle,
        @Nullable Instant lastDeliveredAt,
        int waiting,
        int givenUp,
        @Nullable String lastError) {}
