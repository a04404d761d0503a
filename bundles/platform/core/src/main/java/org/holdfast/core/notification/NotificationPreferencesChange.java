package org.holdfast.core.notification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the caller wants to be reminded; it replaces all that was chosen before.
 *
 * @param rhythm {@code atOnce}, {@code halfDaily} or {@code morning}; missing: {@code halfDaily}
 * @param zone the own time zone as in the IANA data, such as {@code Asia/Shanghai}; missing: that of the subsidiary
 * @param quiet the own quiet hours; missing: those of the server
 * @param muted what is not wanted by which channel; missing: nothing
 */
public record NotificationPreferencesChange(
        @Nullable String rhythm,
        @Nullable String zone,
        @Nullable Quiet quiet,
        @Nullable List<Muted> muted) {

    /**
     * Hours in which only what is urgent is sent.
     *
     * @param from first hour, 0 to 23
     * @param to hour at which they end, 0 to 23; the same as the first: there are none
     */
    public record Quiet(@Nullable Integer from, @Nullable Integer to) {}

    /**
     * What is not wanted by a channel.
     *
     * @param channel {@code console}, {@code mail} or the code of a bundle's channel
     * @param kind code of the kind
     */
    public record Muted(@Nullable String channel, @Nullable String kind) {}
}
