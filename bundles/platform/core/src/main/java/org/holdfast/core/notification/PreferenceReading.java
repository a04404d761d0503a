package org.holdfast.core.notification;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.holdfast.core.access.ReminderPreference;
import org.holdfast.core.access.ReminderPreference.Rhythm;
import org.holdfast.core.notification.NotificationPreferencesChange.Muted;
import org.holdfast.core.notification.NotificationPreferencesChange.Quiet;
import org.holdfast.core.platform.channel.Channels;
import org.holdfast.core.platform.rest.FieldError;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.launcher.config.MailSettings.QuietHours;
import org.jspecify.annotations.Nullable;

/** Reads what somebody wants, and says of each wrong field what is wrong. Used once. */
final class PreferenceReading {
    /** More than there are kinds and channels. */
    private static final int MOST_MUTED = 1_000;

    private static final int LAST_HOUR = 23;
    private static final Map<String, Rhythm> RHYTHMS =
            Map.of("atOnce", Rhythm.AT_ONCE, "halfDaily", Rhythm.HALF_DAILY, "morning", Rhythm.MORNING);

    private final List<NoticeKind> kinds;
    private final Set<String> channels;
    private final List<FieldError> errors = new ArrayList<>();

    /**
     * Begins.
     *
     * @param kinds those the account is reminded of
     * @param channels codes of those there are
     */
    PreferenceReading(List<NoticeKind> kinds, Set<String> channels) {
        this.kinds = kinds;
        this.channels = channels;
    }

    static String word(Rhythm rhythm) {
        return RHYTHMS.entrySet().stream()
                .filter(entry -> entry.getValue() == rhythm)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    /**
     * Reads it all.
     *
     * @throws RestException with status 400 where a field is wrong
     */
    ReminderPreference read(NotificationPreferencesChange wanted) {
        ReminderPreference read = new ReminderPreference(
                rhythm(wanted.rhythm()), zone(wanted.zone()), quiet(wanted.quiet()), muted(wanted.muted()));
        if (!errors.isEmpty()) {
            throw RestException.invalid(errors);
        }
        return read;
    }

    private Rhythm rhythm(@Nullable String word) {
        @Nullable Rhythm known = word == null ? Rhythm.HALF_DAILY : RHYTHMS.get(word);
        if (known == null) {
            errors.add(FieldError.of("rhythm", "notOneOf"));
            return Rhythm.HALF_DAILY;
        }
        return known;
    }

    /** Names of the time zone data alone: an offset knows no summer time. */
    private Optional<ZoneId> zone(@Nullable String id) {
        if (id == null || id.isEmpty()) {
            return Optional.empty();
        }
        try {
            ZoneId zone = ZoneId.of(id);
            if (ZoneId.getAvailableZoneIds().contains(zone.getId())) {
                return Optional.of(zone);
            }
        } catch (DateTimeException e) {
            // It is told like one that is not in the data.
        }
        errors.add(FieldError.of("zone", "timeZone"));
        return Optional.empty();
    }

    private Optional<QuietHours> quiet(@Nullable Quiet hours) {
        if (hours == null) {
            return Optional.empty();
        }
        int from = hour("quiet.from", hours.from());
        int to = hour("quiet.to", hours.to());
        return Optional.of(new QuietHours(from, to));
    }

    private int hour(String field, @Nullable Integer hour) {
        if (hour == null) {
            errors.add(FieldError.of(field, "missing"));
            return 0;
        }
        if (hour < 0 || hour > LAST_HOUR) {
            errors.add(FieldError.of(field, "hour"));
            return 0;
        }
        return hour;
    }

    private Map<String, Set<String>> muted(@Nullable List<Muted> wanted) {
        Map<String, Set<String>> read = new HashMap<>();
        if (wanted == null) {
            return read;
        }
        if (wanted.size() > MOST_MUTED) {
            errors.add(FieldError.of("muted", "tooMany"));
            return read;
        }
        for (int i = 0; i < wanted.size(); i++) {
            mute("muted[" + i + "]", wanted.get(i), read);
        }
        return read;
    }

    private void mute(String field, @Nullable Muted one, Map<String, Set<String>> read) {
        if (one == null || one.channel() == null || one.kind() == null) {
            errors.add(FieldError.of(field, "missing"));
            return;
        }
        String channel = one.channel();
        Optional<NoticeKind> kind =
                kinds.stream().filter(known -> known.code().equals(one.kind())).findFirst();
        if (!channels.contains(channel)) {
            errors.add(FieldError.of(field + ".channel", "unknown"));
        } else if (kind.isEmpty()) {
            errors.add(FieldError.of(field + ".kind", "unknown"));
        } else if (channel.equals(Channels.CONSOLE) && kind.get().mandatory()) {
            errors.add(FieldError.of(field, "mandatoryReminder"));
        } else {
            read.computeIfAbsent(channel, code -> new HashSet<>()).add(one.kind());
        }
    }
}
