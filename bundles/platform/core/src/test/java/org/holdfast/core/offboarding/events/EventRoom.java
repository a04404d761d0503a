package org.holdfast.core.offboarding.events;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.holdfast.core.access.Role;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.OpenSight;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.offboarding.cases.CaseChange;
import org.holdfast.core.offboarding.cases.CaseChange.Kind;
import org.holdfast.core.offboarding.events.DeliveryRound.Outbox;
import org.holdfast.core.offboarding.flows.FlowOffice;
import org.holdfast.core.offboarding.flows.FlowStep;
import org.holdfast.core.platform.database.Database;
import org.holdfast.core.platform.rest.Texts;

/** Events over a database of their own, with one subsidiary, a system of the firm on a socket, and a clock that is set by hand. */
final class EventRoom implements AutoCloseable {
    static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 31);

    final Database database;
    final SetClock clock = new SetClock("2026-11-27T08:00:00Z");
    final TestVault vault = new TestVault();
    final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1);
    final FirmInbox inbox = new FirmInbox();
    final Staff staff;
    final UUID firm;
    final UUID leaver;
    final UUID other;
    final OpenSight sight;
    final AudienceTable audiences = AudienceTable.read(java.nio.file.Path.of("no-such-directory"));
    final EventDocument document = new EventDocument(audiences);
    final Server server;
    final TargetReader reader;

    private final LocalDatabase local;

    EventRoom() {
        this(LocalDatabase.fresh());
    }

    private EventRoom(LocalDatabase local) {
        this(local, local);
    }

    EventRoom(LocalDatabase local, Database database) {
        this.local = local;
        this.database = database;
        staff = new Staff(database, vault);
        firm = staff.subsidiary("cn-01", "Asia/Shanghai");
        leaver = staff.hire(firm, null);
        other = staff.hire(firm, null);
        sight = new OpenSight(firm, Role.SYSTEM_ADMIN, UUID.randomUUID(), Optional.empty());
        server = new Server(database);
        reader = new TargetReader(server.outbox, audiences, new Texts(FixedRegistry::new));
    }

    /** One of the servers that share the database. */
    final class Server {
        final Outbox outbox;
        final EventTable events;
        final DeliveryRound round;
        final TargetDesk desk;
        final CaseEvents listener;

        Server(Database own) {
            events = new EventTable(own, vault);
            outbox = new Outbox(own, new TargetTable(own, vault), new DeliveryTable(own, events), clock);
            TargetCalls calls = new TargetCalls(
                    new GuardedNames(),
                    new TargetCalls.Limits(Duration.ofMillis(700), Duration.ofSeconds(2)),
                    timer,
                    clock);
            round = new DeliveryRound(outbox, document, calls);
            desk = new TargetDesk(outbox, document, calls);
            listener = new CaseEvents(events, outbox.targets(), staff.people);
        }

        void send() {
            round.due().forEach(round::run);
        }
    }

    TargetDesk.Made made(Audience audience, Kind... kinds) {
        return server.desk.put(UUID.randomUUID(), fields(audience.code(), kinds), sight);
    }

    Target target(Audience audience) {
        return made(audience, Kind.values()).target();
    }

    TargetFields fields(String audience, Kind... kinds) {
        List<String> codes = Arrays.stream(kinds).map(Kind::code).toList();
        return new TargetFields(firm, "The system", inbox.url(), audience, codes, true, null);
    }

    Target read(Target target) {
        return server.outbox.targets().find(target.id()).orElseThrow();
    }

    CaseChange change(Kind kind, UUID person) {
        CaseChange.Step step = kind == Kind.STEP_DONE || kind == Kind.STEP_OVERDUE
                ? new CaseChange.Step(FlowStep.ACCOUNTS, FlowOffice.IT, LAST_DAY, kind == Kind.STEP_DONE ? "done" : "")
                : null;
        return new CaseChange(
                kind, new UUID(3, person.getLeastSignificantBits()), firm, person, clock.instant(), LAST_DAY, step);
    }

    /** Something happens to somebody. */
    void happens(UUID person, Kind... kinds) {
        for (Kind kind : kinds) {
            database.run(connection -> server.listener.changed(change(kind, person)));
        }
    }

    void later(Duration time) {
        clock.set(clock.instant().plus(time).toString());
    }

    Instant now() {
        return clock.instant();
    }

    List<Delivery> in(Target target, Delivery.State state) {
        return server.outbox.deliveries().shown(target.id(), state);
    }

    @Override
    public void close() {
        inbox.close();
        timer.shutdownNow();
        local.close();
    }
}
