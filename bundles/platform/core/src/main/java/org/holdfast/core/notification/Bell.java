package org.holdfast.core.notification;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.core.access.ReminderPreference;
import org.holdfast.core.platform.channel.Channels;
import org.jspecify.annotations.Nullable;

/** What stands at an account's bell: all but what its owner has turned off there. Safe for use from many threads. */
final class Bell {
    private final Notifications notifications;
    private final Kinds kinds;
    private final Function<UUID, ReminderPreference> preferences;

    Bell(Notifications notifications, Kinds kinds, Function<UUID, ReminderPreference> preferences) {
        this.notifications = notifications;
        this.kinds = kinds;
        this.preferences = preferences;
    }

    /** Returns what stands, the latest first. */
    List<Notification> of(UUID account) {
        Set<String> muted = preferences.apply(account).muted().getOrDefault(Channels.CONSOLE, Set.of());
        return notifications.of(account).stream()
                .filter(one -> kinds.rings(muted, one.notice().kind()))
                .toList();
    }

    @Nullable
    String place(String kind) {
        return kinds.place(kind);
    }
}
