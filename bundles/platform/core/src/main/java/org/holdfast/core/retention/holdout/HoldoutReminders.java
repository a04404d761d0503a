package org.holdfast.core.retention.holdout;

import java.util.List;
import java.util.Set;
import org.holdfast.core.access.Role;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.notification.NoticeKind;
import org.holdfast.core.notification.NoticeSource;

/** Reminds those who may be the second person that somebody wants a hold-out. Nobody is reminded of who is held out. */
final class HoldoutReminders implements NoticeSource {
    static final NoticeKind WAITS =
            new NoticeKind("holdoutToConfirm", Set.of(Role.GROUP_HR, Role.DPO), "/models", false).optional();

    private final HoldoutDesk desk;

    HoldoutReminders(HoldoutDesk desk) {
        this.desk = desk;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(WAITS);
    }

    @Override
    public List<Notice> standing() {
        return desk.waiting().stream()
                .map(holdout -> new Notice("holdout " + holdout.id(), WAITS, holdout.subsidiaryId()))
                .toList();
    }
}
