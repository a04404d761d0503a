package org.holdfast.core.offboarding.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Caller;
import org.holdfast.core.access.PersonNames;
import org.holdfast.core.access.Recipients;
import org.holdfast.core.access.ReportingLine;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Sights;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.ShippedCalendar;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.offboarding.accounts.AccountClosing;
import org.holdfast.core.offboarding.accounts.ClosingProgress;
import org.holdfast.core.offboarding.flows.ShippedFlows;
import org.holdfast.core.offboarding.labour.ShippedExitLaw;
import org.holdfast.core.offboarding.preparation.PreparationRoom;
import org.holdfast.core.people.StaffRegister;
import org.holdfast.core.people.Subsidiary;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.retention.RetentionWorld;
import org.jspecify.annotations.Nullable;

/**
 * A subsidiary in China with a head, a boss and a technician, its flows on the real engine, and accounts of whom only the answers are
 * made up. It is Monday, the second of March 2026, nine in the morning in Shanghai.
 */
final class ExitRoom implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    static final UUID IT = new UUID(8, 1);
    static final UUID FINANCE = new UUID(8, 2);

    final RetentionWorld world;
    final Staff staff;
    final UUID firm;
    final UUID unit;
    final UUID head;
    final UUID boss;
    final UUID technician;
    final CaseTable table;
    final TaskTable tasks;
    final OfficeTable offices;
    final Firm around;
    final ShippedFlows flows;
    final MadeUpAccounts accounts = new MadeUpAccounts();
    final PreparationRoom prepared;
    final Set<UUID> unsettled = new HashSet<>();
    /** What listeners were told. */
    final List<CaseChange> told = new ArrayList<>();

    /** Whether whoever listens fails. */
    boolean deaf;

    final Offboardings offboardings;
    final Performers performers;
    final OffboardingReader reader;
    final OffboardingDesk desk;
    final TaskDesk taskDesk;
    final OffboardingReminders reminders;
    final LeaverSweep sweep;
    final List<UUID> handlers = new ArrayList<>(List.of(IT, FINANCE));
    private final Cursors cursors = new Cursors();

    ExitRoom() {
        this(LocalDatabase.fresh());
    }

    ExitRoom(LocalDatabase database) {
        world = new RetentionWorld(database);
        world.clock.set("2026-03-02T01:00:00Z");
        staff = world.staff;
        firm = world.firm;
        unit = staff.department(firm, "D1", null);
        head = staff.hire(firm, null, null, LocalDate.of(2015, 1, 1));
        boss = staff.hire(firm, unit, head, LocalDate.of(2018, 1, 1));
        technician = staff.hire(firm, unit, boss, LocalDate.of(2020, 1, 1));
        table = new CaseTable(world.database, world.vault);
        tasks = new TaskTable(world.database);
        offices = new OfficeTable(world.database);
        around = new Firm(staff.people, ShippedCalendar.of(staff.people), ShippedExitLaw.of(staff.people), world.clock);
        flows = new ShippedFlows(
                database,
                code -> staff.people.subsidiaryByCode(code).map(Subsidiary::id),
                world.clock,
                new TaskMirror(table, tasks, around, this::told));
        flows.use(firm, "parallel");
        prepared =
                new PreparationRoom(world, around.law(), id -> table.goingOn(id).isPresent());
        offboardings = new Offboardings(
                table,
                tasks,
                around,
                new Offboardings.Works(
                        flows.runs(),
                        accounts,
                        new TaskGuard(List.of(new AccountsProof(accounts), new SettlementProof(unsettled::contains))),
                        prepared.preparations(),
                        this::told));
        performers = new Performers(world.database, offices, staff.people, recipients());
        reader = new OffboardingReader(offboardings, performers, world.texts);
        desk = new OffboardingDesk(offboardings, reader);
        taskDesk = new TaskDesk(offboardings, reader, performers);
        reminders = new OffboardingReminders(table, tasks, performers, around);
        sweep = new LeaverSweep(
                offboardings, new StaffRegister(world.database, world.vault, staff.people), world.texts, () -> true);
    }

    /** Accounts of which only what a system would answer is made up. */
    static final class MadeUpAccounts implements AccountClosing {
        final Map<UUID, Instant> due = new HashMap<>();
        ClosingProgress progress = ClosingProgress.NONE;

        @Override
        public void schedule(UUID offboardingId, UUID personId, Instant at) {
            due.put(offboardingId, at);
        }

        @Override
        public void revoke(UUID offboardingId) {
            due.remove(offboardingId);
        }

        @Override
        public ClosingProgress progress(UUID offboardingId) {
            return progress;
        }
    }

    private void told(CaseChange change) {
        if (deaf) {
            throw new IllegalStateException("nobody listens");
        }
        told.add(change);
    }

    /** HR begins the case of the technician by a letter of resignation; returns its id. */
    String begun() {
        Reply made = hr().call("POST", "offboardings", resignation(UUID.randomUUID(), technician));
        if (made.status() != 200) {
            throw new AssertionError(made.body());
        }
        return made.text("id");
    }

    static String resignation(UUID key, UUID person) {
        return "{\"key\":\"" + key + "\",\"employeeId\":\"" + person + "\",\"kind\":\"resignation\",\"noticeOn\":\""
                + TODAY + "\",\"reason\":{\"code\":\"pay\",\"note\":\"=cmd\"},"
                + "\"evidence\":{\"reference\":\"HR-2026-17\",\"on\":\"" + TODAY + "\"}}";
    }

    /** Returns the open task of a step, else fails. */
    OffboardingTask open(String caseId, String step) {
        return tasks.ofCase(UUID.fromString(caseId)).stream()
                .filter(task -> task.open() && task.what().step().code().equals(step))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No open task " + step));
    }

    Reply done(MemoryServer by, String caseId, String step, String outcome) {
        return by.call(
                "POST",
                "offboardings/" + caseId + "/tasks/" + open(caseId, step).id(),
                "{\"outcome\":\"" + outcome + "\",\"note\":\"because\"}");
    }

    MemoryServer hr() {
        return api(new UUID(7, 1), Role.SUBSIDIARY_HR, Set.of(firm), null);
    }

    MemoryServer hrWho(UUID employee) {
        return api(new UUID(7, 4), Role.SUBSIDIARY_HR, Set.of(firm), employee);
    }

    MemoryServer elsewhere() {
        UUID far = staff.subsidiary("S" + UUID.randomUUID(), "Asia/Shanghai");
        return api(new UUID(7, 3), Role.SUBSIDIARY_HR, Set.of(far), null);
    }

    MemoryServer superior(UUID employee) {
        return api(employee, Role.LINE_MANAGER, Set.of(), employee);
    }

    MemoryServer handler(UUID account) {
        return api(account, Role.TASK_HANDLER, Set.of(firm), null);
    }

    MemoryServer self(UUID employee) {
        Visibility sight = sight(employee, Role.EMPLOYEE, Set.of(), employee, "own:read", "own:write");
        return new MemoryServer(sight, world.texts, new OwnOffboardingResource(desk, sight), prepared.own(sight));
    }

    private MemoryServer api(UUID account, Role role, Set<UUID> firms, @Nullable UUID employee) {
        Visibility sight = sight(
                account,
                role,
                firms,
                employee,
                Performers.READ,
                Performers.START,
                Performers.HANDLE,
                Performers.MANAGE);
        return new MemoryServer(
                sight,
                world.texts,
                new OffboardingsResource(desk, cursors, sight, new AuditNotes()),
                prepared.api(sight),
                new OffboardingTasksResource(taskDesk, desk, cursors, sight, new AuditNotes()),
                new OfficesResource(new OfficeDesk(offices, recipients(), id -> Optional.of("handler " + id)), sight));
    }

    Visibility sight(UUID account, Role role, Set<UUID> firms, @Nullable UUID employee, String... endpoint) {
        Caller caller = new Caller(
                account.toString(), "user", Set.of(role), firms, Optional.ofNullable(employee), false, Set.of());
        ReportingLine line = (superior, one) -> staff.people.managersOf(one).contains(superior);
        PersonNames names =
                id -> staff.people.card(id).map(card -> new PersonNames.Named(card.subsidiaryId(), card.name()));
        return Sights.of(caller, line, names, endpoint);
    }

    private Recipients recipients() {
        return new Recipients() {
            @Override
            public List<Recipient> of(Role role, UUID subsidiaryId) {
                return role == Role.TASK_HANDLER
                        ? handlers.stream()
                                .map(id -> new Recipient(id, "en", null))
                                .toList()
                        : List.of();
            }

            @Override
            public List<Recipient> of(Role role, UUID subsidiaryId, UUID personId) {
                return of(role, subsidiaryId);
            }

            @Override
            public List<Recipient> ofEmployee(UUID employeeId) {
                return List.of();
            }

            @Override
            public Set<UUID> employees() {
                return Set.of();
            }

            @Override
            public Optional<Recipient> find(UUID account) {
                return Optional.empty();
            }
        };
    }

    @Override
    public void close() {
        world.close();
    }
}
