package org.holdfast.core.offboarding.settlement;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.api.labour.ExitKind;
import org.holdfast.core.access.Caller;
import org.holdfast.core.access.PersonNames;
import org.holdfast.core.access.ReportingLine;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Sights;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.offboarding.labour.ChinaLaw;
import org.holdfast.core.offboarding.settlement.ExitFacts.ExitFact;
import org.holdfast.core.platform.paper.Papers;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.FakeRegistry;
import org.holdfast.core.platform.rest.Json;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.Texts;
import org.jspecify.annotations.Nullable;

/** The room of settlements: somebody hired on 2021-01-01 leaves on 2026-06-30, and a head who may not see what is owed. */
final class SettlementRoom implements AutoCloseable {
    static final String WAGE =
            "{\"country\":\"CN\",\"place\":\"Shanghai\",\"from\":\"2026-01-01\",\"until\":\"2026-12-31\","
                    + "\"average\":12000,\"minimum\":2740,\"source\":\"Bureau, notice 2026-1\"}";
    /** Everything that a settlement of a redundancy asks for. */
    static final String SAID = "{\"version\":%s,\"monthlyPay\":10000,\"averagePay\":10000,\"lastMonthPay\":10000,"
            + "\"ordinaryPay\":10000,\"paidUntil\":\"2026-05-31\",\"leaveDays\":0,\"place\":\"Shanghai\",\"claims\":%s}";

    private static final Path CHINA = Path.of("..", "..", "labour", "cn", "src", "main", "resources", "text");
    private static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    final LocalDatabase database;
    final TestVault vault = new TestVault();
    final Staff staff;
    final SettlementTable table;
    final LocalWageTable wages;
    final UUID firm;
    final UUID head;
    final UUID person;
    final UUID offboarding = UUID.randomUUID();
    private final UUID other;
    private final Map<UUID, ExitFact> facts = new HashMap<>();
    private final Texts texts;

    SettlementRoom() {
        this(LocalDatabase.fresh());
    }

    SettlementRoom(LocalDatabase database) {
        this.database = database;
        staff = new Staff(database, vault);
        table = new SettlementTable(database, vault);
        wages = new LocalWageTable(database);
        firm = staff.subsidiary("S1", "Asia/Shanghai");
        other = staff.subsidiary("S2", "Asia/Shanghai");
        head = staff.hire(firm, null);
        person = staff.hire(firm, null, head, LocalDate.of(2021, 1, 1));
        FakeRegistry bundles = new FakeRegistry()
                .install(
                        "org.holdfast.labour.cn",
                        "labour",
                        "cn",
                        Map.of(
                                "text/labour-cn_en.properties", shipped("labour-cn_en.properties"),
                                "text/labour-cn_zh.properties", shipped("labour-cn_zh.properties")));
        texts = new Texts(() -> bundles);
        leaves(ExitKind.REDUNDANCY, true);
    }

    /** Says whether finance still waits for the settlement. */
    boolean open() {
        return new UnsettledCases(table, id -> Optional.ofNullable(facts.get(id)), ChinaLaw.of(staff.people))
                .open(offboarding);
    }

    void leaves(ExitKind kind, boolean handedOver) {
        leaves(kind, LAST, handedOver);
    }

    void leaves(ExitKind kind, LocalDate lastDay, boolean handedOver) {
        facts.put(offboarding, new ExitFact(firm, person, kind, lastDay.minusDays(30), lastDay, handedOver));
    }

    MemoryServer hr() {
        return api("hr.wang", Role.SUBSIDIARY_HR, Set.of(firm), null);
    }

    MemoryServer elsewhere() {
        return api("hr.far", Role.SUBSIDIARY_HR, Set.of(other), null);
    }

    /** HR who is the person themselves. */
    MemoryServer leaver() {
        return api("hr.zhao", Role.SUBSIDIARY_HR, Set.of(firm), person);
    }

    String path() {
        return "offboardings/" + offboarding + "/settlement";
    }

    Reply get() {
        return hr().call("GET", path(), "");
    }

    /** Says everything, at the version there is. */
    Reply say(String claims) {
        return hr().call("PUT", path(), SAID.formatted(get().text("version"), claims));
    }

    /** Says everything that is asked for. */
    Reply ready(String claims) {
        hr().call("POST", "offboardings/local-wages", WAGE);
        return say(claims);
    }

    /** Agrees on what is read. */
    Reply agree() {
        Reply read = get();
        return hr().call(
                        "POST",
                        path() + "/agreement",
                        "{\"version\":%s,\"due\":%s,\"held\":%s}"
                                .formatted(read.text("version"), read.text("sums.due"), read.text("sums.held")));
    }

    Texts texts() {
        return texts;
    }

    JsonNode json(String text) {
        try {
            return Json.mapper().readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody with tasks, for whom finance's may be or not. */
    MemoryServer handler(boolean ofFinance) {
        Caller caller = new Caller(
                new UUID(7, 9).toString(),
                "finance.li",
                Set.of(Role.TASK_HANDLER),
                Set.of(firm),
                Optional.empty(),
                false,
                Set.of());
        Visibility sight = Sights.of(caller, (superior, one) -> false, id -> Optional.empty(), "offboardings:handle");
        return new MemoryServer(
                sight,
                texts,
                new PayablesResource(
                        desk(),
                        new SettlementReader(staff.people, wages, texts),
                        (id, who) -> ofFinance && id.equals(offboarding),
                        new PayablesResource.Told(sight, new AuditNotes(), texts)));
    }

    private SettlementDesk desk() {
        ExitFacts told = id -> Optional.ofNullable(facts.get(id));
        SettlementDesk.World world = new SettlementDesk.World(
                told, ChinaLaw.of(staff.people), staff.people, new SetClock("2026-06-20T02:00:00Z"));
        return new SettlementDesk(table, wages, world);
    }

    private MemoryServer api(String name, Role role, Set<UUID> firms, @Nullable UUID employee) {
        Caller caller = new Caller(
                new UUID(7, name.hashCode()).toString(),
                name,
                Set.of(role),
                firms,
                Optional.ofNullable(employee),
                false,
                Set.of());
        ReportingLine line = (superior, one) -> staff.people.managersOf(one).contains(superior);
        PersonNames names =
                id -> staff.people.card(id).map(card -> new PersonNames.Named(card.subsidiaryId(), card.name()));
        Visibility sight = Sights.of(caller, line, names, "settlements:read", "settlements:write");
        return new MemoryServer(
                sight,
                texts,
                new SettlementsResource(
                        desk(),
                        new SettlementReader(staff.people, wages, texts),
                        new SettlementsResource.Told(sight, new AuditNotes(), texts, new Papers(sight, texts))),
                new LocalWagesResource(wages, staff.people, sight));
    }

    private static String shipped(String file) {
        try {
            return Files.readString(CHINA.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
