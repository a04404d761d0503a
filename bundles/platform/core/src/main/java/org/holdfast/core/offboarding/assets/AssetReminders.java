package org.holdfast.core.offboarding.assets;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Role;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.notification.NoticeKind;
import org.holdfast.core.notification.NoticeSource;

/**
 * Reminds holders of what they have to sign for, and them and those who keep the register of what has to come back: a week before its
 * day, on it and after it. Each of them is a reminder of its own.
 */
final class AssetReminders implements NoticeSource {
    private static final int DAYS_BEFORE = 7;
    private static final Set<Role> KEEPERS = Set.of(Role.GROUP_HR, Role.SUBSIDIARY_HR, Role.TASK_HANDLER);

    static final NoticeKind SIGN = new NoticeKind("assetSign", Role.EMPLOYEE, "/my-assets", false).forSuperiors();
    static final NoticeKind OWN = new NoticeKind("assetOwnDue", Role.EMPLOYEE, "/my-assets", false).forSuperiors();
    static final NoticeKind DUE = new NoticeKind("assetDue", KEEPERS, "/assets", false);
    static final NoticeKind OVERDUE = new NoticeKind("assetOverdue", KEEPERS, "/assets", false);

    private final HoldingTable table;
    private final AssetWorld world;

    AssetReminders(HoldingTable table, AssetWorld world) {
        this.table = table;
        this.world = world;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(SIGN, OWN, DUE, OVERDUE);
    }

    @Override
    public List<Notice> standing() {
        List<Notice> found = new ArrayList<>();
        DueDays days = world.dueDays();
        Map<UUID, LocalDate> todays = new HashMap<>();
        for (Holding one : table.open()) {
            if (one.marks().receipt() == Receipt.NONE) {
                found.add(own(one, SIGN, "sign"));
            }
            LocalDate today = todays.computeIfAbsent(one.subsidiaryId(), world::today);
            days.of(one).ifPresent(due -> due(found, one, due, today));
        }
        return found;
    }

    private static void due(List<Notice> found, Holding one, LocalDate due, LocalDate today) {
        if (due.isBefore(today)) {
            found.add(own(one, OWN, "overdue"));
            found.add(keepers(one, OVERDUE, "overdue"));
        } else if (due.equals(today)) {
            found.add(own(one, OWN, "today"));
            found.add(keepers(one, DUE, "today"));
        } else if (!due.minusDays(DAYS_BEFORE).isAfter(today)) {
            found.add(own(one, OWN, "soon"));
            found.add(keepers(one, DUE, "soon"));
        }
    }

    private static Notice own(Holding one, NoticeKind kind, String when) {
        return new Notice("asset " + one.id() + " own " + when, kind, one.subsidiaryId(), one.personId(), null);
    }

    private static Notice keepers(Holding one, NoticeKind kind, String when) {
        return new Notice("asset " + one.id() + ' ' + when, kind, one.subsidiaryId(), null, one.personId());
    }
}
