package org.holdfast.core.access;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.launcher.config.MailSettings.QuietHours;

/**
 * How an account wants to be reminded.
 *
 * @param rhythm how often it is told of what is not urgent
 * @param zone its time zone; empty: that of the subsidiary it is told of
 * @param quiet its quiet hours; empty: those of the server
 * @param muted codes of kinds by the codes of channels that do not tell of them
 */
@SuppressWarnings("OptionalUsedAsFieldOrParameterType") // absence is the meaning here
public record ReminderPreference(
        Rhythm rhythm, Optional<ZoneId> zone, Optional<QuietHours> quiet, Map<String, Set<String>> muted) {
    /** What holds for whoever chose nothing. */
    public static final ReminderPreference STANDARD =
            new ReminderPreference(Rhythm.HALF_DAILY, Optional.empty(), Optional.empty(), Map.of());

    /** Copies the map. */
    public ReminderPreference {
        muted = muted.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    /** How often somebody is told of what is not urgent. */
    public enum Rhythm {
        /** Within minutes. */
        AT_ONCE,
        /** Once before noon and once after. */
        HALF_DAILY,
        /** Once, when a day of work begins. */
        MORNING
    }

    /**
     * Says whether a channel is not to tell of a kind.
     *
     * @param channel code of the channel
     * @param kind code of the kind
     * @return whether it is muted
     */
    public boolean mutes(String channel, String kind) {
        return muted.getOrDefault(channel, Set.of()).contains(kind);
    }
}
