package org.holdfast.core.offboarding.assets;

import java.time.LocalDate;
import java.util.HashMap;
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
import org.holdfast.core.fixture.CsvFormat;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.FakeRegistry;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.Texts;
import org.jspecify.annotations.Nullable;

/** A firm in Shanghai that lends things to a technician and a colleague; it is the second of March 2026, nine in the morning. */
final class AssetRoom implements AutoCloseable {
    static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String[] ALL = {AssetDesk.READ, AssetDesk.WRITE};

    final LocalDatabase database;
    final TestVault vault = new TestVault();
    final SetClock clock = new SetClock("2026-03-02T01:00:00Z");
    final Staff staff;
    final UUID firm;
    final UUID other;
    final UUID boss;
    final UUID technician;
    final UUID colleague;
    final Map<UUID, LocalDate> lastDays = new HashMap<>();
    final AssetTable table;
    final AssetWorld world;
    final AssetDesk desk;
    final AssetReader reader;
    final Returns returns;
    final Texts texts = new Texts(FakeRegistry::new);
    private final Cursors cursors = new Cursors();

    AssetRoom() {
        this(LocalDatabase.fresh());
    }

    AssetRoom(LocalDatabase database) {
        this.database = database;
        staff = new Staff(database, vault);
        firm = staff.subsidiary("S1", "Asia/Shanghai");
        other = staff.subsidiary("S2", "Asia/Shanghai");
        boss = staff.hire(firm, null);
        technician = staff.hire(firm, boss);
        colleague = staff.hire(firm, boss);
        world = new AssetWorld(staff.people, () -> Map.copyOf(lastDays), clock);
        table = new AssetTable(database, new HoldingTable(database), new AssetCodec(vault));
        desk = new AssetDesk(table, world);
        reader = new AssetReader(desk);
        returns = new Returns(database, table.holdings(), world);
    }

    String number(UUID person) {
        return staff.people.card(person).orElseThrow().employeeNo();
    }

    /** HR registers a laptop; returns its id. */
    String laptop(String number) {
        Reply made = hr().call(
                        "POST",
                        "assets",
                        "{\"key\":\"%s\",\"subsidiaryId\":\"%s\",\"kind\":\"laptop\",\"inventoryNo\":\"%s\","
                                        .formatted(UUID.randomUUID(), firm, number)
                                + "\"label\":\"ThinkPad T14\",\"serial\":\"PF-31\",\"valueClass\":\"medium\"}");
        return ok(made).text("id");
    }

    /** HR registers a laptop and issues it; returns its id. */
    String issued(String number, UUID person, @Nullable LocalDate due) {
        String id = laptop(number);
        ok(issue(id, UUID.randomUUID(), person, due, "", 1));
        return id;
    }

    Reply issue(String id, UUID key, UUID person, @Nullable LocalDate due, String paper, int version) {
        return hr().call(
                        "POST",
                        "assets/" + id + "/issue",
                        "{\"key\":\"%s\",\"version\":%d,\"employeeNo\":\"%s\",\"dueOn\":%s,\"paper\":\"%s\"}"
                                .formatted(
                                        key, version, number(person), due == null ? "null" : "\"" + due + "\"", paper));
    }

    Reply takenBack(String id, String more) {
        return hr().call("POST", "assets/" + id + "/return", "{\"version\":%d,%s}".formatted(version(id), more));
    }

    Reply state(String id, String state, String note) {
        return hr().call(
                        "POST",
                        "assets/" + id + "/state",
                        "{\"version\":%d,\"state\":\"%s\",\"note\":\"%s\"}".formatted(version(id), state, note));
    }

    Reply signs(UUID person, String id, String what, String more) {
        UUID holding = table.holdings().now(UUID.fromString(id)).orElseThrow().id();
        return self(person)
                .call("POST", "assets/own/" + holding + "/" + what, "{\"version\":%d%s}".formatted(version(id), more));
    }

    Reply get(String id) {
        return ok(hr().call("GET", "assets/" + id, ""));
    }

    int version(String id) {
        return table.find(UUID.fromString(id)).orElseThrow().version();
    }

    Holding held(String id) {
        return table.holdings().now(UUID.fromString(id)).orElseThrow();
    }

    static Reply ok(Reply reply) {
        if (reply.status() != 200) {
            throw new AssertionError(reply.status() + " " + reply.body());
        }
        return reply;
    }

    MemoryServer hr() {
        return api(Role.SUBSIDIARY_HR, Set.of(firm), null);
    }

    MemoryServer hrWho(UUID employee) {
        return api(Role.SUBSIDIARY_HR, Set.of(firm), employee);
    }

    MemoryServer administration() {
        return api(Role.TASK_HANDLER, Set.of(firm), null);
    }

    MemoryServer elsewhere() {
        return api(Role.SUBSIDIARY_HR, Set.of(other), null);
    }

    MemoryServer self(UUID employee) {
        Visibility sight = sight(Role.EMPLOYEE, Set.of(), employee, "own:read", "own:write");
        return new MemoryServer(sight, texts, new OwnAssetsResource(new OwnAssets(desk), reader, sight));
    }

    private MemoryServer api(Role role, Set<UUID> firms, @Nullable UUID employee) {
        Visibility sight = sight(role, firms, employee, ALL);
        AssetImport imports = new AssetImport(
                desk,
                name -> Optional.of(new CsvFormat())
                        .filter(format -> format.reads(name))
                        .map(format -> format),
                texts);
        return new MemoryServer(
                sight,
                texts,
                new AssetsResource(
                        desk,
                        reader,
                        new AssetsResource.Tools(imports, returns, cursors, texts, new AuditNotes()),
                        sight),
                new AssetStepsResource(desk, reader, sight, new AuditNotes()),
                new PersonAssetsResource(reader, desk, sight, new AuditNotes()));
    }

    private Visibility sight(Role role, Set<UUID> firms, @Nullable UUID employee, String... endpoint) {
        Caller caller = new Caller(
                new UUID(7, role.ordinal()).toString(),
                "user." + role.code(),
                Set.of(role),
                firms,
                Optional.ofNullable(employee),
                false,
                Set.of());
        ReportingLine line = (superior, one) -> staff.people.managersOf(one).contains(superior);
        PersonNames names =
                id -> staff.people.card(id).map(card -> new PersonNames.Named(card.subsidiaryId(), card.name()));
        return Sights.of(caller, line, names, endpoint);
    }

    @Override
    public void close() {
        database.close();
    }
}
