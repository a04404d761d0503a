package org.holdfast.core.offboarding.events;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.holdfast.core.access.Role;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.notification.NoticeKind;
import org.holdfast.core.notification.NoticeSource;

/**
 * Tells those who set targets up, and HR, of systems that are not told of changes: they have said that they are gone, fail for hours, or
 * have not taken something for days.
 */
final class EventReminders implements NoticeSource {
    static final NoticeKind FAILING = new NoticeKind("eventTargetFailing", Role.SYSTEM_ADMIN, "/event-targets", false);
    static final NoticeKind UNTOLD =
            new NoticeKind("eventsUntold", Set.of(Role.GROUP_HR, Role.SUBSIDIARY_HR), "/offboardings", false);

    private static final Duration PATIENCE = Duration.ofHours(4);

    private final TargetTable targets;
    private final Clock clock;

    EventReminders(TargetTable targets, Clock clock) {
        this.targets = targets;
        this.clock = clock;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(FAILING, UNTOLD);
    }

    @Override
    public List<Notice> standing() {
        List<Notice> found = new ArrayList<>();
        targets.needing(clock.instant().minus(PATIENCE)).forEach((target, subsidiary) -> {
            found.add(new Notice("event target " + target, FAILING, subsidiary));
            found.add(new Notice("events for " + target, UNTOLD, subsidiary));
        });
        return found;
    }
}
