package org.holdfast.core.retention.programmes;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.jspecify.annotations.Nullable;

/**
 * Says who sees a programme: HR of its subsidiary, unless they belong to it themselves; and nobody sees the plan of a team a member
 * of which reports to them directly, be they HR. Safe for use from many threads.
 */
final class ProgrammeSight {
    private final ProgrammeTable table;
    private final Programmes programmes;

    ProgrammeSight(ProgrammeTable table, Programmes programmes) {
        this.table = table;
        this.programmes = programmes;
    }

    /** Who looks, with what is asked of the database once for all programmes. */
    final class Looker {
        private final Visibility caller;
        private final @Nullable UUID self;
        private final Set<UUID> reports;
        private final Set<UUID> own;
        private final Set<UUID> led;

        private Looker(Visibility caller) {
            this.caller = caller;
            self = caller.caller().employeeId().orElse(null);
            reports = self == null ? Set.of() : people().reports(self);
            own = self == null ? Set.of() : table.joined(Set.of(self));
            led = table.joined(reports);
        }

        boolean sees(Programme of) {
            return caller.maySeeSubsidiary(of.subsidiaryId())
                    && caller.tellsIn("programmes", of.subsidiaryId())
                    && !concerned(of);
        }

        /** Says whether the caller belongs to a programme, or leads the team whose plan it is. */
        boolean concerned(Programme of) {
            return self != null && (member(of, self) || (of.duty().teamId() != null && leads(of)));
        }

        private boolean member(Programme of, UUID one) {
            return of.begun() ? own.contains(of.id()) : covered(of, Set.of(one));
        }

        private boolean leads(Programme of) {
            return led.contains(of.id())
                    || (!of.begun() && covered(of, reports))
                    || reports.stream().anyMatch(one -> works(one, of));
        }

        private boolean works(UUID one, Programme of) {
            UUID team = of.duty().teamId();
            Set<UUID> units = programmes.cohorts().under(of.subsidiaryId(), team == null ? Set.of() : Set.of(team));
            return people().card(one)
                    .filter(card -> card.status() != Employee.Status.LEFT && units.contains(card.departmentId()))
                    .isPresent();
        }

        private boolean covered(Programme of, Set<UUID> some) {
            return programmes
                    .cohorts()
                    .anyOf(
                            new HashSet<>(some),
                            of.subsidiaryId(),
                            of.content().cohort(),
                            programmes.firm().today(of.subsidiaryId()));
        }

        private People people() {
            return programmes.firm().people();
        }
    }

    Looker of(Visibility caller) {
        return new Looker(caller);
    }

    /** Says whether somebody of a programme is one the caller is told of. */
    static boolean knows(People people, UUID person, Visibility caller) {
        return people.card(person)
                .filter(card -> caller.maySee(card.subsidiaryId(), card.id())
                        && caller.tells("programmes", card.id(), card.subsidiaryId()))
                .isPresent();
    }

    /** Returns who calls, as programmes know them. */
    static Programmes.By by(Visibility visibility) {
        var caller = visibility.caller();
        return new Programmes.By(
                uuid(caller.id()),
                caller.name(),
                caller.employeeId().orElse(null),
                caller.roles().contains(Role.GROUP_HR));
    }

    private static @Nullable UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            // The command line and tests have callers that are no accounts.
            return null;
        }
    }
}
