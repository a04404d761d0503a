package org.holdfast.core.offboarding.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.holdfast.core.access.Role;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.notification.NoticeKind;
import org.holdfast.core.notification.NoticeSource;

/** Reminds HR, IT and those who set systems up of accounts that should be dead and are not proved to be. */
final class AccountReminders implements NoticeSource {
    static final NoticeKind FAILING = new NoticeKind(
            "accountFailing", Set.of(Role.GROUP_HR, Role.SUBSIDIARY_HR, Role.TASK_HANDLER), "/orphan-accounts", false);
    static final NoticeKind SYSTEM =
            new NoticeKind("accountSystemFailing", Role.SYSTEM_ADMIN, "/account-systems", false);

    private final WorkTable works;

    AccountReminders(WorkTable works) {
        this.works = works;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(FAILING, SYSTEM);
    }

    @Override
    public List<Notice> standing() {
        List<Work> late = works.escalated();
        List<Notice> found = new ArrayList<>(late.stream()
                .map(work -> new Notice(
                        "account " + work.id(),
                        FAILING,
                        work.owner().subsidiaryId(),
                        null,
                        work.owner().personId().orElseThrow()))
                .toList());
        late.stream()
                .map(work -> new Notice(
                        "system " + work.systemId(), SYSTEM, work.owner().subsidiaryId()))
                .distinct()
                .forEach(found::add);
        return found;
    }
}
