package org.holdfast.core.retention.holdout;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.holdfast.core.access.Caller;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Sights;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.rights.RecordItem;
import org.holdfast.core.retention.RetentionWorld;
import org.holdfast.core.retention.holdout.Draw.Lot;
import org.holdfast.core.risk.settings.SettingsTable;

/** Hold-outs over the room of retention, with lots that are drawn by hand. */
public final class HoldoutRoom {
    static final UUID HR = new UUID(5, 1);
    static final UUID OFFICER = new UUID(5, 2);
    static final String REASONS = "We want to know whether talks keep people.";

    final RetentionWorld world;
    final HoldoutTable table;
    final DrawTable draws;
    final HoldoutDays days;
    /** What comes next: true holds out; where nothing is left, everybody is told. */
    final Queue<Boolean> next = new ArrayDeque<>();

    final Lots lots;
    final HoldoutDesk desk;

    /** Begins without any hold-out. */
    public HoldoutRoom(RetentionWorld world) {
        this.world = world;
        table = new HoldoutTable(world.database, world.vault);
        draws = new DrawTable(world.database, world.vault);
        days = new HoldoutDays(world.staff.people, new SettingsTable(world.database, world.clock), world.clock);
        lots = lots(new ByHand());
        desk = new HoldoutDesk(table, days, lots);
        world.heldOut = lots;
    }

    Lots lots(RandomGenerator random) {
        return new Lots(table, draws, days, random);
    }

    /** What figures are counted from. */
    public Holdouts holdouts() {
        return new Holdouts(table, draws, days);
    }

    /** Begins a hold-out of half of the people as two people do. */
    public UUID begin(String lastDay) {
        return begin(new HoldoutDraft(50, LocalDate.parse(lastDay), null, null, EthicsNote.VERSION, REASONS));
    }

    UUID begin(HoldoutDraft draft) {
        UUID id = desk.want(world.firm, draft, HR).id();
        return desk.confirm(world.firm, id, OFFICER).id();
    }

    /** Keeps a lot that was drawn on a day. */
    public void drawn(UUID holdout, UUID person, LocalDate on, Lot lot) {
        draws.add(new Draw(UUID.randomUUID(), holdout, world.firm, person, on, on.plusDays(180), lot));
    }

    /** The API as somebody calls it. */
    MemoryServer as(UUID account, Role role) {
        return as(account, role, new AuditNotes());
    }

    MemoryServer as(UUID account, Role role, AuditNotes notes) {
        Caller caller = new Caller(
                account.toString(), "x", Set.of(role), Set.of(world.firm), Optional.empty(), false, Set.of());
        var sight = Sights.of(
                caller, (superior, person) -> false, id -> Optional.empty(), "holdout:manage", "holdout:countersign");
        return new MemoryServer(
                sight,
                world.texts,
                new HoldoutResource(desk, sight, id -> Optional.of("Name " + id), notes, world.texts));
    }

    Reply wants(UUID account, String body) {
        return as(account, Role.GROUP_HR).call("POST", path(""), body);
    }

    /** What stands for those who may be the second person: code and subsidiary. */
    List<String> reminders() {
        return new HoldoutReminders(desk)
                .standing().stream()
                        .map(notice -> notice.kind().code() + ' ' + notice.subsidiaryId())
                        .toList();
    }

    String path(String more) {
        return "subsidiaries/" + world.firm + "/holdouts" + more;
    }

    List<RecordItem> record(UUID person) {
        return new HoldoutRecords(draws).of(Subject.person(world.firm, person), "en");
    }

    /** Draws what was said by hand. */
    private final class ByHand implements RandomGenerator {
        @Override
        public int nextInt(int bound) {
            return Boolean.TRUE.equals(next.poll()) ? 0 : bound - 1;
        }

        @Override
        public long nextLong() {
            throw new UnsupportedOperationException();
        }
    }
}
