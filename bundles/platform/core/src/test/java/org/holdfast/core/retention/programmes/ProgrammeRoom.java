package org.holdfast.core.retention.programmes;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Caller;
import org.holdfast.core.access.PersonNames;
import org.holdfast.core.access.ReportingLine;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Sights;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.retention.RetentionWorld;
import org.holdfast.core.retention.plans.NamedApprover;
import org.jspecify.annotations.Nullable;

/** Programmes over two departments: a head outside both, a boss in the first, and whoever a test hires. */
final class ProgrammeRoom implements AutoCloseable {
    static final LocalDate HIRED = LocalDate.of(2020, 1, 1);
    static final String TALK = "{\"kind\":\"conversation\",\"title\":\"Talk\"}";

    final RetentionWorld world;
    final Staff staff;
    final UUID firm;
    final UUID unit;
    final UUID part;
    final UUID other;
    final UUID head;
    final UUID boss;
    final ProgrammeTable table;
    final ProgrammeEffects effects;
    final Map<UUID, List<LocalDate>> promoted = new HashMap<>();
    final NamedApprover approver;
    final Programmes programmes;
    private final Cursors cursors = new Cursors();

    ProgrammeRoom() {
        this(new RetentionWorld());
    }

    ProgrammeRoom(RetentionWorld world) {
        this.world = world;
        world.clock.set("2026-01-15T02:00:00Z");
        staff = world.staff;
        firm = world.firm;
        unit = staff.department(firm, "D1", null);
        part = staff.department(firm, "D1a", unit);
        other = staff.department(firm, "D2", null);
        head = staff.hire(firm, null, null, HIRED);
        boss = staff.hire(firm, unit, head, HIRED);
        table = new ProgrammeTable(world.database, world.vault);
        approver = new NamedApprover(world.database);
        Programmes.Firm around = new Programmes.Firm(staff.people, world.alerts, world.clock);
        Cohorts cohorts = new Cohorts(staff.people, new Workforce(staff.people), (subsidiary, people) -> promoted);
        programmes = new Programmes(table, cohorts, approver.rules(), around);
        effects = new ProgrammeEffects(
                new CohortEffect(cohorts, table), new KeptEffects(world.database, world.vault), around);
    }

    /** Hires some people into a department. */
    List<UUID> hire(UUID department, int count, LocalDate on) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(i -> staff.hire(firm, department, boss, on))
                .toList();
    }

    /** A programme as JSON; more are further fields. */
    String fields(String cohort, String more) {
        return "{\"subsidiaryId\":\"" + firm + "\",\"title\":\"Track\",\"reason\":\"=cmd\",\"cohort\":" + cohort
                + ",\"terms\":{\"dueOn\":\"2026-01-16\"}" + more + "}";
    }

    /** The criterion of departments as JSON. */
    static String in(UUID department) {
        return "{\"departmentIds\":[\"" + department + "\"]}";
    }

    /** A draft with one action for each member; returns its id. */
    String draft(String cohort) {
        Reply made = hr().call("POST", "programmes", fields(cohort, ",\"actions\":[" + TALK + "]"));
        if (made.status() != 200) {
            throw new AssertionError(made.body());
        }
        return made.text("id");
    }

    /** A programme that was approved and begun today; returns its id. */
    String begun(String cohort) {
        String id = draft(cohort);
        step(hr(), id, "submit");
        step(groupHr(), id, "approve");
        Reply running = step(hr(), id, "start");
        if (!running.text("state").equals("running")) {
            throw new AssertionError(running.body());
        }
        return id;
    }

    Reply step(MemoryServer by, String id, String step) {
        Reply seen = by.call("GET", "programmes/" + id, "");
        return by.call(
                "POST",
                "programmes/" + id + "/steps",
                "{\"version\":" + (seen.status() == 200 ? seen.text("version") : "0") + ",\"step\":\"" + step
                        + "\",\"note\":\"because\"}");
    }

    MemoryServer hr() {
        return api(new UUID(7, 1), "hr.wang", Role.SUBSIDIARY_HR, Set.of(firm), null);
    }

    /** HR of the subsidiary who is an employee themselves. */
    MemoryServer hrWho(UUID employee) {
        return api(new UUID(7, 4), "hr.zhao", Role.SUBSIDIARY_HR, Set.of(firm), employee);
    }

    MemoryServer groupHr() {
        return api(new UUID(7, 2), "group.li", Role.GROUP_HR, Set.of(), null);
    }

    MemoryServer superior(UUID employee) {
        return api(employee, "superior", Role.LINE_MANAGER, Set.of(), employee);
    }

    MemoryServer elsewhere() {
        UUID far = staff.subsidiary("S" + UUID.randomUUID(), "Asia/Shanghai");
        return api(new UUID(7, 3), "hr.far", Role.SUBSIDIARY_HR, Set.of(far), null);
    }

    private MemoryServer api(UUID account, String name, Role role, Set<UUID> firms, @Nullable UUID employee) {
        Caller caller = new Caller(
                account.toString(), name, Set.of(role), firms, Optional.ofNullable(employee), false, Set.of());
        ReportingLine line = (superior, one) -> staff.people.managersOf(one).contains(superior);
        PersonNames names =
                id -> staff.people.card(id).map(card -> new PersonNames.Named(card.subsidiaryId(), card.name()));
        Visibility sight = Sights.of(caller, line, names, "programmes:read", "programmes:write");
        ProgrammeSight who = new ProgrammeSight(table, programmes);
        ProgrammeReader reader = new ProgrammeReader(table, programmes, who, world.texts);
        ProgrammeDesk desk = new ProgrammeDesk(programmes, reader, who, new Progress(table, programmes));
        CohortResource.Told told = new CohortResource.Told(cursors, sight, new AuditNotes(), world.texts);
        return new MemoryServer(
                sight,
                world.texts,
                new ProgrammesResource(desk, cursors, sight, new AuditNotes()),
                new CohortResource(reader, effects, told));
    }

    @Override
    public void close() {
        world.close();
    }
}
