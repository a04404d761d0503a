package org.holdfast.core.notification;

import java.util.List;
import org.holdfast.core.platform.rest.TellsNothing;

/**
 * What the caller is reminded of.
 *
 * @param unread how many were not read
 * @param items the latest 200, the last first
 */
@TellsNothing
public record NotificationsView(int unread, List<NotificationView> items) {
    /** Copies the list. */
    public NotificationsView {
        items = List.copyOf(items);
    }
}
