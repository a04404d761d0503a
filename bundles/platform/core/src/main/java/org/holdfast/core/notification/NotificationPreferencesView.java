package org.holdfast.core.notification;

import java.util.List;
import org.holdfast.core.platform.rest.TellsNothing;
import org.jspecify.annotations.Nullable;

/**
 * How the caller is reminded.
 *
 * @param rhythm {@code atOnce}, {@code halfDaily} or {@code morning}: how often what is not urgent is sent
 * @param zone the own time zone, such as {@code Asia/Shanghai}; null: that of the subsidiary
 * @param quiet the own quiet hours; null: those of the server
 * @param serverQuiet the server's quiet hours
 * @param channels by what the caller can be told, the bell first
 * @param kinds of what the caller is reminded
 */
@TellsNothing
public record NotificationPreferencesView(
        String rhythm,
        @Nullable String zone,
        @Nullable Hours quiet,
        Hours serverQuiet,
        List<ChannelChoice> channels,
        List<KindChoice> kinds) {

    /** Copies the lists. */
    public NotificationPreferencesView {
        channels = List.copyOf(channels);
        kinds = List.copyOf(kinds);
    }

    /**
     * Hours in which only what is urgent is sent.
     *
     * @param from first hour, 0 to 23
     * @param to hour at which they end; the same as the first: there are none
     */
    @TellsNothing
    public record Hours(int from, int to) {}

    /**
     * By what the caller can be told.
     *
     * @param code {@code console}, {@code mail} or the code of a bundle's channel
     * @param name what people call it, in the caller's language
     * @param reached whether the caller has given an address; true for the bell
     */
    @TellsNothing
    public record ChannelChoice(String code, String name, boolean reached) {}

    /**
     * Of what the caller is reminded.
     *
     * @param code code of the kind
     * @param text what it is, in the caller's language
     * @param mandatory whether it cannot be turned off at the bell
     * @param urgent whether it is sent at once, in quiet hours, too
     * @param muted codes of the channels that do not tell of it
     */
    @TellsNothing
    public record KindChoice(String code, String text, boolean mandatory, boolean urgent, List<String> muted) {
        /** Copies the list. */
        public KindChoice {
            muted = List.copyOf(muted);
        }
    }
}
