package org.holdfast.core.retention.outcomes;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.core.access.Caller;
import org.holdfast.core.access.PersonNames;
import org.holdfast.core.access.ReportingLine;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Sights;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.people.TimelineSource;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.retention.Alert;
import org.holdfast.core.retention.RetentionWorld;
import org.holdfast.core.retention.cases.CaseRoom;
import org.holdfast.core.retention.cases.RetentionCase;
import org.holdfast.core.work.WorkDesk;
import org.jspecify.annotations.Nullable;

/** Outcomes over the room of cases: a head, a superior who has the case since Tuesday, the person, and who reports to them. */
final class OutcomeRoom implements AutoCloseable {
    static final String STAYS = "{\"key\":\"%s\",\"outcome\":\"retained\",\"on\":\"2026-11-25\",\"text\":\"A raise.\"}";

    final CaseRoom room = new CaseRoom();
    final RetentionWorld world = room.world;
    final UUID firm = world.firm;
    final UUID head = world.staff.hire(firm, null);
    final UUID boss = world.staff.hire(firm, head);
    final UUID person = world.staff.hire(firm, boss);
    final UUID report = world.staff.hire(firm, person);
    final OutcomeTable table = new OutcomeTable(world.database, world.vault);
    private final Firm around = new Firm(world.staff.people, world.alerts, room.cases(), world.clock);
    final Outcomes outcomes = new Outcomes(table, around);
    final OutcomeReminders reminders = new OutcomeReminders(outcomes, around);
    final FollowedCases followed = new FollowedCases(table);
    final List<OutcomeRecorded> told = new ArrayList<>();
    final Alert alert;
    final String path;

    OutcomeRoom() {
        alert = room.flag(person, "2026-11-23T12:00:00Z");
        room.at("2026-11-24T01:00:00Z");
        path = "outcomes/" + room.of(alert).id();
        room.at("2026-11-25T08:00:00Z");
    }

    /** Somebody talks on the Wednesday. */
    OutcomeRoom talked() {
        String talk = "{\"key\":\"%s\",\"heldOn\":\"2026-11-25\",\"intent\":\"denied\"}".formatted(UUID.randomUUID());
        Reply reply = room.superior(boss).call("POST", "cases/" + room.of(alert).id() + "/talks", talk);
        if (reply.status() != 200) {
            throw new AssertionError(reply.body());
        }
        return this;
    }

    RetentionCase now() {
        return room.of(alert);
    }

    Reply record(MemoryServer who, String body) {
        return who.call("POST", path, body.formatted(UUID.randomUUID()));
    }

    Reply follow(MemoryServer who, int days, String state) {
        String body = "{\"key\":\"%s\",\"days\":%d,\"state\":\"%s\",\"text\":\"Said over lunch.\"}";
        return who.call("POST", path + "/follow-ups", body.formatted(UUID.randomUUID(), days, state));
    }

    /** Whom reminders stand for: null for HR. */
    List<@Nullable UUID> reminded() {
        return reminders.standing().stream().map(Notice::employeeId).toList();
    }

    MemoryServer hr() {
        return api("hr", Role.SUBSIDIARY_HR, Set.of(firm), null);
    }

    MemoryServer superior(UUID employee) {
        return api("account of " + employee, Role.LINE_MANAGER, Set.of(), employee);
    }

    List<TimelineSource.Item> timeline(UUID superior) {
        return new OutcomeTimeline(
                        table, around, sight("account of " + superior, Role.LINE_MANAGER, Set.of(), superior))
                .of(firm, person);
    }

    private MemoryServer api(String account, Role role, Set<UUID> firms, @Nullable UUID employee) {
        Visibility sight = sight(account, role, firms, employee);
        OutcomeDesk desk = new OutcomeDesk(table, outcomes, around, told::add);
        OutcomeReader reader = new OutcomeReader(table, outcomes, around);
        return new MemoryServer(
                sight,
                world.texts,
                WorkDesk.of(world.staff.people, new Cursors(), sight, new FollowUpWork(followed, around)),
                new OutcomesResource(desk, reader, room.cases(), sight, new AuditNotes()));
    }

    private Visibility sight(String account, Role role, Set<UUID> firms, @Nullable UUID employee) {
        Caller caller =
                new Caller(account, account, Set.of(role), firms, Optional.ofNullable(employee), false, Set.of());
        ReportingLine line =
                (superior, one) -> world.staff.people.managersOf(one).contains(superior);
        PersonNames names =
                id -> world.staff.people.card(id).map(card -> new PersonNames.Named(card.subsidiaryId(), card.name()));
        return Objects.requireNonNull(Sights.of(caller, line, names, "alerts:read", "alerts:write"));
    }

    @Override
    public void close() {
        room.close();
    }
}
