package org.holdfast.core.retention.plans;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Caller;
import org.holdfast.core.access.PersonNames;
import org.holdfast.core.access.ReportingLine;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Sights;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.retention.Alert;
import org.holdfast.core.retention.RetentionWorld;
import org.holdfast.core.retention.cases.CaseRoom;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.risk.scoring.Reason;
import org.holdfast.core.work.WorkDesk;
import org.holdfast.core.work.WorkSource;
import org.jspecify.annotations.Nullable;

/** Plans over the room of cases: a head, a superior with the case, the person, and somebody who reports to the person. */
final class PlanRoom implements AutoCloseable {
    /** An action without anything that has to be approved by pay. */
    static final String TALK = "{\"kind\":\"conversation\",\"title\":\"Ask what matters\",\"dueOn\":\"2026-12-04\"}";

    final CaseRoom room;
    final RetentionWorld world;
    final UUID firm;
    final UUID other;
    final UUID chief;
    final UUID head;
    final UUID boss;
    final UUID person;
    final UUID report;
    final PlanTable table;
    final ApprovalRules rules;
    final Plans.Firm around;
    final PlanReminders reminders;
    final PlanSweep sweep;
    private final Cursors cursors = new Cursors();

    PlanRoom() {
        this(new RetentionWorld());
    }

    PlanRoom(RetentionWorld world) {
        this.world = world;
        room = new CaseRoom(world);
        firm = world.firm;
        other = world.staff.subsidiary("S9", "Asia/Shanghai");
        chief = world.staff.hire(firm, null);
        head = world.staff.hire(firm, chief);
        boss = world.staff.hire(firm, head);
        person = world.staff.hire(firm, boss);
        report = world.staff.hire(firm, person);
        table = new PlanTable(world.database, world.vault);
        rules = new ApprovalRules(world.database);
        around = new Plans.Firm(world.staff.people, world.alerts, room.cases(), world.clock);
        reminders = new PlanReminders(table, around);
        sweep = new PlanSweep(table, room.cases(), around, () -> true);
    }

    /** Opens and delivers an alert about the person: a Tuesday morning. Returns the id of the case. */
    String flagged(Reason... reasons) {
        world.clock.set("2026-11-23T12:00:00Z");
        return flaggedAt("2026-11-24T01:00:00Z", reasons);
    }

    /** Opens an alert now and delivers it at a moment. Returns the id of the case. */
    String flaggedAt(String delivery, Reason... reasons) {
        Alert alert = world.cross(person, Band.LOW, Band.HIGH, reasons).orElseThrow();
        room.at(delivery);
        return room.of(alert).id().toString();
    }

    /** A plan of the person with actions as JSON; returns its id. */
    String plan(String caseId, String... actions) {
        Reply made = hr().call("POST", "plans", fresh(caseId, actions));
        if (made.status() != 200) {
            throw new AssertionError(made.body());
        }
        return made.text("id");
    }

    static String fresh(String caseId, String... actions) {
        return "{\"caseId\":\"" + caseId + "\",\"actions\":[" + String.join(",", actions) + "]}";
    }

    MemoryServer hr() {
        return hr(new UUID(7, 1));
    }

    MemoryServer hr(UUID account) {
        return api(account, "hr.wang", Role.SUBSIDIARY_HR, Set.of(firm), null);
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
        return api(new UUID(7, 3), "hr.far", Role.SUBSIDIARY_HR, Set.of(other), null);
    }

    private MemoryServer api(UUID account, String name, Role role, Set<UUID> firms, @Nullable UUID employee) {
        Caller caller = new Caller(
                account.toString(), name, Set.of(role), firms, Optional.ofNullable(employee), false, Set.of());
        ReportingLine line =
                (superior, one) -> world.staff.people.managersOf(one).contains(superior);
        PersonNames names =
                id -> world.staff.people.card(id).map(card -> new PersonNames.Named(card.subsidiaryId(), card.name()));
        Visibility sight = Sights.of(caller, line, names, "alerts:read", "alerts:write");
        PlanReader reader = new PlanReader(table, room.cases(), around, world.texts);
        PlanDesk desk = new PlanDesk(new Plans(table, rules, world.templates, around), reader, room.cases());
        return new MemoryServer(
                sight,
                world.texts,
                WorkDesk.of(world.staff.people, cursors, sight, work(reader)),
                new PlansResource(table, desk, cursors, sight, new AuditNotes()),
                new ProposalsResource(room.cases(), world.alerts, world.templates, sight, new AuditNotes()));
    }

    /** Everything that people have to do about cases and plans. */
    WorkSource[] work(PlanReader reader) {
        return new WorkSource[] {
            room.work(), world.alertWork(), new PlanWork(new PlanTasks(world.database), table, reader, around)
        };
    }

    @Override
    public void close() {
        room.close();
    }
}
