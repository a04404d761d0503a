package org.holdfast.core.offboarding.cases;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Recipients;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.offboarding.flows.FlowOffice;
import org.holdfast.core.people.Employee;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.database.Database;

/**
 * Who has to do the tasks of offices. Nobody does one of their own case but as the person who leaves, and a superior who leaves
 * themselves is passed over: then it is the next one's. Safe for use from many threads.
 */
final class Performers {
    static final String READ = "offboardings:read";
    static final String START = "offboardings:start";
    static final String HANDLE = "offboardings:handle";
    static final String MANAGE = "offboardings:manage";

    private final Database database;
    private final OfficeTable offices;
    private final People people;
    private final Recipients recipients;

    Performers(Database database, OfficeTable offices, People people, Recipients recipients) {
        this.database = database;
        this.offices = offices;
        this.people = people;
        this.recipients = recipients;
    }

    /** Looks at offices and who leaves once, for who asks about many tasks. */
    Look look() {
        return new Look(offices.all(), leaving(), people, recipients);
    }

    private Set<UUID> leaving() {
        String sql = "select going_on from offboarding_case where going_on is not null";
        return database.call(connection -> {
            Set<UUID> found = new HashSet<>();
            try (PreparedStatement read = connection.prepareStatement(sql);
                    ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
            return found;
        });
    }

    /** Says whether the caller is HR of who leaves. */
    static boolean hr(OffboardingTask.Of of, Visibility caller) {
        return caller.has(START, of.subsidiaryId(), of.personId());
    }

    /** Offices, and who leaves, at one moment. For one thread. */
    static final class Look {
        private final Map<UUID, Map<FlowOffice, Set<UUID>>> named;
        private final Set<UUID> leaving;
        private final People people;
        private final Recipients recipients;
        private final Map<UUID, Boolean> handled = new HashMap<>();

        private Look(
                Map<UUID, Map<FlowOffice, Set<UUID>>> named, Set<UUID> leaving, People people, Recipients recipients) {
            this.named = named;
            this.leaving = leaving;
            this.people = people;
            this.recipients = recipients;
        }

        /** Returns the superior who has to act for somebody: the nearest who stays. */
        Optional<UUID> superior(UUID personId) {
            return people.managersOf(personId).stream()
                    .filter(id -> !leaving.contains(id))
                    .filter(id -> people.card(id)
                            .filter(card -> card.status() != Employee.Status.LEFT)
                            .isPresent())
                    .findFirst();
        }

        /** Returns the accounts that are named for an office; empty where everybody who handles tasks has to do with it. */
        Set<UUID> named(UUID subsidiaryId, FlowOffice office) {
            return named.getOrDefault(subsidiaryId, Map.of()).getOrDefault(office, Set.of());
        }

        /**
         * Says whether a task of an office is the caller's.
         *
         * @param task the task, open or done
         * @param caller who calls
         */
        boolean theirs(OffboardingTask task, Visibility caller) {
            return acts(task.of(), task.what().office(), caller);
        }

        /** Says whether the caller acts for an office in a case; nobody does so for the person who leaves. */
        boolean acts(OffboardingTask.Of of, FlowOffice office, Visibility caller) {
            return switch (office) {
                case EMPLOYEE -> false;
                case HR, SUCCESSOR -> hr(of, caller);
                case SUPERIOR ->
                    superior(of.personId())
                            .map(id -> caller.caller()
                                    .employeeId()
                                    .filter(id::equals)
                                    .isPresent())
                            .orElseGet(() -> hr(of, caller));
                default -> handles(of, office, caller);
            };
        }

        private boolean handles(OffboardingTask.Of of, FlowOffice office, Visibility caller) {
            if (!caller.has(HANDLE, of.subsidiaryId(), of.personId())) {
                return false;
            }
            Set<UUID> accounts = named(of.subsidiaryId(), office);
            if (!accounts.isEmpty()) {
                return accounts.stream()
                        .anyMatch(id -> id.toString().equals(caller.caller().id()));
            }
            return caller.caller().roles().contains(Role.TASK_HANDLER)
                    || (hr(of, caller) && !handled(of.subsidiaryId()));
        }

        /** Says whether anybody handles tasks in a subsidiary; where nobody does, HR does. */
        boolean handled(UUID subsidiaryId) {
            return handled.computeIfAbsent(
                    subsidiaryId,
                    id -> !List.copyOf(recipients.of(Role.TASK_HANDLER, id)).isEmpty());
        }
    }
}
