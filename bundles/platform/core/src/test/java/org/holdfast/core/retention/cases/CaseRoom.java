package org.holdfast.core.retention.cases;

import java.util.List;
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
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.rights.RecordItem;
import org.holdfast.core.retention.Alert;
import org.holdfast.core.retention.RetentionWorld;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.core.work.WorkSource;
import org.jspecify.annotations.Nullable;

/** Cases over the room of retention, with a clock that is set by hand. */
public final class CaseRoom implements AutoCloseable {
    public final RetentionWorld world;
    final CaseTable table;
    final CaseClock clock;
    final CaseReader reader;
    final TalkTable talks;
    final TalkDesk desk;
    final Cursors cursors = new Cursors();
    final CaseReminders reminders;

    public CaseRoom() {
        this(new RetentionWorld());
    }

    public CaseRoom(RetentionWorld world) {
        this.world = world;
        table = new CaseTable(world.database);
        clock = server();
        reader = new CaseReader(table, world.alerts, world.staff.people, world.texts, world.clock);
        talks = new TalkTable(world.database, world.vault);
        desk = new TalkDesk(talks, world.alerts, world.needs(), world.staff.people, world.clock);
        reminders = new CaseReminders(table, world.alerts, world.clock);
    }

    /** The cases as other rooms see them. */
    public Cases cases() {
        return new Cases(table, reader, desk);
    }

    /** Cases from before the product. */
    public PastTalks past() {
        return new PastTalks(table, talks);
    }

    /** What a person is told of the cases about them. */
    public List<RecordItem> record(UUID person) {
        return new CaseRecords(table, talks).of(Subject.person(world.firm, person), "en");
    }

    /** Who erases cases. */
    public static PersonTraces traces() {
        return new CaseTraces();
    }

    /** How many reminders stand. */
    public int reminders() {
        return reminders.standing().size();
    }

    /** What figures are counted from. */
    public CaseFacts facts() {
        return new CaseFacts(table, talks);
    }

    /** The talks people have to hold. */
    public WorkSource work() {
        return new CaseWork(table, reader, world.clock);
    }

    /** Another server on the same database. */
    CaseClock server() {
        return new CaseClock(table, world.alerts, world.staff.people, world.clock);
    }

    /** Opens an alert at a moment. */
    public Alert flag(UUID person, String moment) {
        world.clock.set(moment);
        return world.cross(person, Band.LOW, Band.HIGH).orElseThrow();
    }

    /** Does at a moment what the background does: deliveries, then cases. */
    public void at(String moment) {
        world.clock.set(moment);
        world.deliver();
        clock.tick();
    }

    public RetentionCase of(Alert alert) {
        return table.ofAlert(alert.id()).orElseThrow();
    }

    Optional<RetentionCase> find(Alert alert) {
        return table.ofAlert(alert.id());
    }

    @Nullable
    UUID talker(Alert alert) {
        return of(alert).turn().talkerId();
    }

    /** Whom which kinds of reminders stand for: codes for HR, code and employee for one. */
    List<String> reminded(@Nullable UUID employee) {
        return reminders.standing().stream()
                .filter(notice -> java.util.Objects.equals(notice.employeeId(), employee))
                .map(Notice::kind)
                .map(kind -> kind.code())
                .sorted()
                .toList();
    }

    /** The timeline of a person as a superior sees it. */
    List<TimelineSource.Item> timeline(UUID person, UUID superior) {
        return new TalkTimeline(table, reader, desk, RetentionWorld.manager(superior)).of(world.firm, person);
    }

    /** The API as HR of a subsidiary calls it; employee null for one who is linked to nobody. */
    public MemoryServer hr(String account, UUID firm, @Nullable UUID employee) {
        return api(new Caller(
                account,
                account,
                Set.of(Role.SUBSIDIARY_HR),
                Set.of(firm),
                Optional.ofNullable(employee),
                false,
                Set.of()));
    }

    /** The API as a superior calls it. */
    public MemoryServer superior(UUID employee) {
        return api(new Caller(
                "account of " + employee,
                "superior",
                Set.of(Role.LINE_MANAGER),
                Set.of(),
                Optional.of(employee),
                false,
                Set.of()));
    }

    private MemoryServer api(Caller caller) {
        ReportingLine line =
                (superior, person) -> world.staff.people.managersOf(person).contains(superior);
        PersonNames names =
                id -> world.staff.people.card(id).map(card -> new PersonNames.Named(card.subsidiaryId(), card.name()));
        Visibility sight = Sights.of(caller, line, names, "alerts:read", "alerts:write");
        AttachmentDesk files = new AttachmentDesk(talks.files(), desk, world.clock);
        return new MemoryServer(
                sight,
                world.texts,
                new CasesResource(reader, desk, cursors, sight, new AuditNotes()),
                new AttachmentsResource(reader, files, sight, new AuditNotes()));
    }

    @Override
    public void close() {
        world.close();
    }
}
