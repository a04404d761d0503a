package org.holdfast.core.offboarding.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Role;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.notification.NoticeKind;
import org.holdfast.core.notification.NoticeSource;

/** Reminds administrators of seals whose certificate ends soon, or has ended: then no paper can be issued. */
final class SealReminders implements NoticeSource {
    static final NoticeKind SOON = new NoticeKind("sealSoonOver", Role.SYSTEM_ADMIN, "/seals", false);
    static final NoticeKind OVER = new NoticeKind("sealOver", Role.SYSTEM_ADMIN, "/seals", false);

    private final SealDesk seals;

    SealReminders(SealDesk seals) {
        this.seals = seals;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(SOON, OVER);
    }

    @Override
    public List<Notice> standing() {
        List<Notice> found = new ArrayList<>();
        for (UUID subsidiary : seals.table().subsidiaries()) {
            SealDesk.State state = seals.state(subsidiary);
            String key = "seal " + subsidiary;
            if (state == SealDesk.State.SOON_OVER) {
                found.add(new Notice(key + " soon", SOON, subsidiary));
            } else if (state == SealDesk.State.OVER) {
                found.add(new Notice(key + " over", OVER, subsidiary));
            }
        }
        return found;
    }
}
