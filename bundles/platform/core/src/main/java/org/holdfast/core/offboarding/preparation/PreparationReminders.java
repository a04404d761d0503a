package org.holdfast.core.offboarding.preparation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.holdfast.core.access.Role;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.notification.NoticeKind;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.people.PersonCard;
import org.holdfast.core.people.Subsidiary;

/**
 * Tells HR and the nearest superior who is employed that a handover is prepared, the person themselves as well, and HR when the day the
 * firm had in mind is over and nothing lawful has come: then it is to be revoked.
 */
final class PreparationReminders implements NoticeSource {
    private static final Set<Role> HR = Set.of(Role.GROUP_HR, Role.SUBSIDIARY_HR);
    static final NoticeKind PREPARED =
            new NoticeKind("preparation", HR, "/preparations", false).optional().forSuperiors();
    static final NoticeKind OWN = new NoticeKind("preparationOwn", Role.EMPLOYEE, "/resignation", false).forSuperiors();
    static final NoticeKind OVER = new NoticeKind("preparationOver", HR, "/preparations", false);

    private final PreparationTable table;
    private final People people;
    private final Clock clock;

    PreparationReminders(PreparationTable table, People people, Clock clock) {
        this.table = table;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Set<NoticeKind> kinds() {
        return Set.of(PREPARED, OWN, OVER);
    }

    @Override
    public List<Notice> standing() {
        List<Notice> found = new ArrayList<>();
        for (Preparation one : table.goingOn()) {
            String key = "preparation " + one.id();
            found.add(new Notice(key, PREPARED, one.subsidiaryId(), null, one.personId()));
            found.add(new Notice(key + " own", OWN, one.subsidiaryId(), one.personId(), null));
            people.managersOf(one.personId()).stream()
                    .filter(id -> people.card(id)
                            .map(PersonCard::status)
                            .filter(status -> status != Employee.Status.LEFT)
                            .isPresent())
                    .findFirst()
                    .ifPresent(id ->
                            found.add(new Notice(key + " superior", PREPARED, one.subsidiaryId(), id, one.personId())));
            LocalDate wanted = one.content().wantedOn();
            if (wanted != null && wanted.isBefore(today(one))) {
                found.add(new Notice(key + " over", OVER, one.subsidiaryId(), null, one.personId()));
            }
        }
        return found;
    }

    private LocalDate today(Preparation one) {
        return people.subsidiary(one.subsidiaryId())
                .map(Subsidiary::timezone)
                .map(zone -> LocalDate.ofInstant(clock.instant(), zone))
                .orElse(LocalDate.MIN);
    }
}
