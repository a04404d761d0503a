package org.holdfast.core.offboarding.accounts;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.core.access.Role;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.OpenSight;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.launcher.audit.AuditEvent;

/** The room of accounts over a database of its own, with one subsidiary and a clock that is set by hand. */
final class AccountRoom implements AutoCloseable {
    static final String BEGIN = "2026-11-27T08:00:00Z";

    final LocalDatabase database = LocalDatabase.fresh();
    final SetClock clock = new SetClock(BEGIN);
    final TestVault vault = new TestVault();
    final Staff staff = new Staff(database, vault);
    final MoodySystem system = new MoodySystem();
    final FixedRegistry registry = new FixedRegistry().with(system);
    final UUID firm = staff.subsidiary("cn-01", "Asia/Shanghai");
    final UUID boss = staff.hire(firm, null);
    final UUID leaver = staff.hire(firm, boss);
    final UUID offboarding = UUID.randomUUID();
    final List<AuditEvent> told = new ArrayList<>();
    final OpenSight sight = new OpenSight(firm, Role.SUBSIDIARY_HR, UUID.randomUUID(), Optional.empty());
    final Register register;
    final Closings closings;
    final ClosingRound round;
    final OrphanTable orphans;
    final OrphanScan scan;
    final SystemDesk desk;
    final AccountReader reader;
    final SystemReader systemReader;

    AccountRoom() {
        SealedParts parts = new SealedParts(vault);
        register = new Register(
                new SystemTable(database, parts),
                new AccountTable(database, parts),
                new ClosingTable(database),
                new WorkTable(database));
        Connectors connectors = new Connectors(registry);
        SystemCalls calls = new SystemCalls(connectors);
        ClosingRound.Firm who = new ClosingRound.Firm(staff.people, database, clock, told::add);
        closings = new Closings(register, staff.people, database, clock);
        round = new ClosingRound(register, closings, calls, who);
        orphans = new OrphanTable(database, parts);
        scan = new OrphanScan(register, orphans, calls, who);
        desk = new SystemDesk(register.systems(), connectors, clock);
        Texts texts = new Texts(() -> registry);
        systemReader = new SystemReader(connectors, calls, staff.people, texts);
        reader = new AccountReader(
                new AccountDesk(register, closings, calls, staff.people, clock),
                closings,
                orphans,
                staff.people,
                texts);
    }

    String number(UUID person) {
        return staff.people.card(person).orElseThrow().employeeNo();
    }

    /** Sets the firm's system up. */
    RegisteredSystem setUp() {
        return desk.put(UUID.randomUUID(), fields("directory", null, Map.of()), sight);
    }

    SystemFields fields(String code, Integer version, Map<String, String> changed) {
        Map<String, String> values =
                new HashMap<>(Map.of("address", "https://directory.example", "token", "Quittenmus", "match", "number"));
        values.putAll(changed);
        return new SystemFields(firm, code, "moody", "The directory", true, values, version);
    }

    void at(String moment) {
        clock.set(moment);
    }

    void later(Duration time) {
        clock.set(clock.instant().plus(time).toString());
    }

    /** Lets a round come each minute for a while; each five minutes where that takes hours. */
    void pass(Duration time) {
        Duration step = Duration.ofMinutes(time.toHours() > 0 ? 5 : 1);
        for (Duration passed = Duration.ZERO; passed.compareTo(time) <= 0; passed = passed.plus(step)) {
            round.run();
            later(step);
        }
    }

    AccountState state() {
        return account().state();
    }

    ClosingProgress.AccountProgress account() {
        List<ClosingProgress.AccountProgress> found = progress().accounts();
        return found.get(0);
    }

    ClosingProgress progress() {
        return closings.progress(offboarding);
    }

    @Override
    public void close() {
        database.close();
    }
}
