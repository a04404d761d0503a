package org.holdfast.core.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Predicate;
import org.holdfast.core.access.Caller;
import org.holdfast.core.access.PersonNames;
import org.holdfast.core.access.ReportingLine;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Sights;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.offboarding.cases.ExitCases;
import org.holdfast.core.offboarding.cases.StepProof;
import org.holdfast.core.offboarding.flows.FlowOffice;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.FakeRegistry;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.Texts;
import org.holdfast.core.risk.Industries;
import org.holdfast.launcher.config.UploadSettings;
import org.jspecify.annotations.Nullable;

/** A manufacturing subsidiary with a head, a boss, an engineer who leaves, and a colleague who gets their work. */
public final class KnowledgeRoom implements AutoCloseable {
    static final LocalDate LAST = LocalDate.of(2026, 6, 30);

    public final LocalDatabase database;
    public final TestVault vault = new TestVault();
    public final Staff staff;
    public final SetClock clock = new SetClock("2026-06-01T02:00:00Z");
    final ChecklistTable table;
    final FileTable files;
    final UploadDesk uploads;
    final KnowledgeRecords records;
    public final UUID firm;
    public final UUID boss;
    public final UUID leaver;
    public final UUID colleague;
    public final UUID caseId = UUID.randomUUID();
    final AtomicLong free = new AtomicLong(Long.MAX_VALUE / 2);
    public final Known cases = new Known();
    private final UUID other;
    public final Texts texts;
    public final Handovers lists;
    private final List<Function<Visibility, Object>> others = new ArrayList<>();
    private SignedMeetings meetings = of -> false;
    private final Parties parties = new Parties(cases);

    public KnowledgeRoom() {
        this(LocalDatabase.fresh());
    }

    public KnowledgeRoom(LocalDatabase database) {
        this.database = database;
        staff = new Staff(database, vault);
        table = new ChecklistTable(database, vault);
        files = new FileTable(database, vault);
        firm = staff.subsidiary("S1", "Asia/Shanghai");
        other = staff.subsidiary("S2", "Asia/Shanghai");
        boss = staff.hire(firm, null);
        leaver = staff.hire(firm, boss);
        colleague = staff.hire(firm, boss);
        lists = new ListedHandovers(table, parties, cases);
        uploads = new UploadDesk(table, files, parties, new Room(new UploadSettings(100, 1, 7), free::get), clock);
        FakeRegistry bundles = new FakeRegistry()
                .install(
                        "manufacturing",
                        "industry",
                        "manufacturing",
                        Map.of("text/manufacturing_zh.properties", words()));
        texts = new Texts(() -> bundles);
        records = new KnowledgeRecords(table, files, texts);
        cases.stage(ExitCases.Stage.RUNNING);
    }

    /** The case of who leaves, as another room tells of it. */
    public final class Known implements ExitCases {
        private final Map<UUID, ExitCase> all = new HashMap<>();

        public void stage(Stage stage) {
            all.put(caseId, new ExitCase(caseId, firm, leaver, stage, LAST));
        }

        public void erase() {
            all.clear();
        }

        @Override
        public Optional<ExitCase> find(UUID id) {
            return Optional.ofNullable(all.get(id));
        }

        @Override
        public Optional<ExitCase> ofPerson(UUID personId) {
            return all.values().stream()
                    .filter(one -> one.personId().equals(personId))
                    .findFirst();
        }

        @Override
        public ExitCase requireLawful(UUID id) {
            return find(id).orElseThrow();
        }

        @Override
        public boolean acts(ExitCase of, FlowOffice office, Visibility caller) {
            return false;
        }
    }

    public String path() {
        return "knowledge/offboardings/" + caseId;
    }

    public MemoryServer hr() {
        return api(sight("hr.wang", Role.SUBSIDIARY_HR, Set.of(firm), null));
    }

    public MemoryServer elsewhere() {
        return api(sight("hr.far", Role.SUBSIDIARY_HR, Set.of(other), null));
    }

    public MemoryServer superior() {
        return api(sight("boss", Role.LINE_MANAGER, Set.of(), boss));
    }

    public MemoryServer self(UUID employee) {
        return api(sight("somebody", Role.EMPLOYEE, Set.of(), employee));
    }

    Visibility sight(String name, Role role, Set<UUID> firms, @Nullable UUID employee) {
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
        String[] endpoint = role == Role.EMPLOYEE
                ? new String[] {"own:read", "own:write"}
                : new String[] {Parties.READ, Parties.WRITE, Parties.WAIVE};
        return Sights.of(caller, line, names, endpoint);
    }

    private MemoryServer api(Visibility sight) {
        HandoverDesk desk = new HandoverDesk(
                table,
                files,
                parties,
                new HandoverDesk.World(
                        staff.people,
                        new HandoverTemplates(
                                () -> new FixedRegistry().with(Industries.load("manufacturing")), staff.people),
                        clock,
                        of -> meetings.signed(of)));
        HandoverReader reader = new HandoverReader(table, files, cases, staff.people, texts);
        List<Object> all =
                new ArrayList<>(others.stream().map(one -> one.apply(sight)).toList());
        all.addAll(List.of(
                new HandoversResource(desk, reader, parties, sight, new AuditNotes()),
                new OwnHandoverResource(desk, reader, cases, sight),
                new HandoverFilesResource(uploads, sight, new AuditNotes()),
                new HandoverFilesResource.ProtocolHeaders()));
        return new MemoryServer(sight, texts, all.toArray());
    }

    /** Another part of the room answers, too. */
    public void with(Function<Visibility, Object> resource) {
        others.add(resource);
    }

    public void meetings(SignedMeetings signed) {
        meetings = signed;
    }

    public StepProof proof() {
        return new HandoverProof(table);
    }

    /** HR does without what is of some kinds. */
    public void waive(Predicate<String> kinds) {
        for (KnowledgeItem item : table.items(caseId)) {
            if (kinds.test(item.kind().code())) {
                hr().call("POST", path() + "/items/" + item.id() + "/waiver", step(item.version(), "Not needed"));
            }
        }
    }

    /** HR begins the list. */
    public Reply begun() {
        return hr().call("POST", path(), "{}");
    }

    /** Returns the first item of a kind. */
    KnowledgeItem item(String kind) {
        return table.items(caseId).stream()
                .filter(item -> item.kind().code().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    /** HR names the colleague for an item of a kind. */
    Reply assigned(String kind) {
        KnowledgeItem item = item(kind);
        return hr().call("PUT", path() + "/items/" + item.id(), assignment(item, colleague));
    }

    static String assignment(KnowledgeItem item, UUID recipient) {
        return "{\"version\":" + item.version() + ",\"mandatory\":"
                + item.course().mandatory() + ",\"recipientId\":\"" + recipient + "\",\"dueOn\":\"2026-06-25\"}";
    }

    Reply handsOver(String kind) {
        KnowledgeItem item = item(kind);
        return self(leaver).call("POST", "knowledge/own/items/" + item.id() + "/handover", step(item.version(), ""));
    }

    Reply accepts(String kind) {
        KnowledgeItem item = item(kind);
        return self(colleague)
                .call("POST", "knowledge/own/received/" + item.id() + "/acceptance", step(item.version(), ""));
    }

    Reply returns(String kind, String reason) {
        KnowledgeItem item = item(kind);
        return self(colleague)
                .call("POST", "knowledge/own/received/" + item.id() + "/return", step(item.version(), reason));
    }

    static String step(int version, String reason) {
        return "{\"version\":" + version + ",\"reason\":\"" + reason + "\"}";
    }

    private static String words() {
        try {
            return Files.readString(Path.of(
                    "..",
                    "..",
                    "industry",
                    "manufacturing",
                    "src",
                    "main",
                    "resources",
                    "text",
                    "manufacturing_zh.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
