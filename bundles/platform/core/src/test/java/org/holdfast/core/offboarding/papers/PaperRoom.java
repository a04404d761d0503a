package org.holdfast.core.offboarding.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.LocalDate;
import java.util.Base64;
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
import org.holdfast.core.fixture.ShippedCalendar;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.fixture.TestVault;
import org.holdfast.core.offboarding.cases.ExitCases;
import org.holdfast.core.offboarding.flows.FlowOffice;
import org.holdfast.core.offboarding.labour.ChinaLaw;
import org.holdfast.core.offboarding.settlement.ExitFacts.ExitFact;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.FakeRegistry;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The room of papers: an engineer of five years leaves the subsidiary S1 on 2026-03-31, which is today in Shanghai; German is
 * installed beside Chinese and English.
 */
final class PaperRoom implements AutoCloseable {
    static final LocalDate LAST = LocalDate.of(2026, 3, 31);
    private static final KeyPair KEY = FirmAuthority.pair("RSA", 2048);
    private static final Path GERMAN =
            Path.of("..", "..", "language", "de", "src", "main", "resources", "text", "papers_de.properties");
    private static final Path CHINA = Path.of("..", "..", "labour", "cn", "src", "main", "resources", "text");

    final LocalDatabase database;
    final TestVault vault = new TestVault();
    final SetClock clock = new SetClock("2026-03-31T02:00:00Z");
    final FirmAuthority authority = new FirmAuthority();
    final Staff staff;
    final UUID firm;
    final UUID person;
    final UUID offboarding = UUID.randomUUID();
    final Map<UUID, ExitCases.ExitCase> cases = new HashMap<>();
    final FakeRegistry bundles = new FakeRegistry();
    final Texts texts = new Texts(() -> bundles);
    final PaperTable papers;
    final SealDesk seals;
    final TemplateTable templates;
    final CertificateDesk desk;
    final CertificateReader reader;
    final TransferTable transferTable;
    final TransferDesk transfers;
    final PaperWorld world;
    private final UUID other;

    PaperRoom() {
        this(LocalDatabase.fresh());
    }

    PaperRoom(LocalDatabase database) {
        this.database = database;
        staff = new Staff(database, vault);
        firm = staff.subsidiary("S1", "Asia/Shanghai");
        other = staff.subsidiary("S2", "Asia/Shanghai");
        person = staff.hire(firm, null, null, LocalDate.of(2020, 10, 1));
        speak("de", shipped(GERMAN));
        bundles.install(
                "org.holdfast.labour.cn",
                "labour",
                "cn",
                Map.of("text/labour-cn_en.properties", shipped(CHINA.resolve("labour-cn_en.properties"))));
        SealedCells cells = new SealedCells(vault);
        papers = new PaperTable(database, cells);
        templates = new TemplateTable(database, cells);
        seals = new SealDesk(new SealTable(database, cells), staff.people, clock);
        world = new PaperWorld(
                new MadeUpCases(),
                id -> Optional.ofNullable(cases.get(id))
                        .map(one -> new ExitFact(firm, person, ExitKind.RESIGNATION, LAST.minusDays(30), LAST, true)),
                ChinaLaw.of(staff.people),
                staff.people,
                ShippedCalendar.of(staff.people),
                clock);
        reader = new CertificateReader(papers, templates, seals, world, texts);
        desk = new CertificateDesk(papers, seals, reader, world, texts);
        transferTable = new TransferTable(database, cells);
        transfers = new TransferDesk(transferTable, world, texts);
        stage(ExitCases.Stage.RUNNING);
    }

    /** Cases of which only the stage counts here. */
    private final class MadeUpCases implements ExitCases {
        @Override
        public Optional<ExitCase> find(UUID id) {
            return Optional.ofNullable(cases.get(id));
        }

        @Override
        public Optional<ExitCase> ofPerson(UUID personId) {
            return cases.values().stream()
                    .filter(one -> one.personId().equals(personId))
                    .findFirst();
        }

        @Override
        public ExitCase requireLawful(UUID id) {
            ExitCase found = find(id).orElseThrow(RestException::notFound);
            if (found.stage() == Stage.WITHDRAWN || found.stage() == Stage.PREPARING) {
                throw RestException.of(RestError.CONFLICT, "Nothing lawful is on file.");
            }
            return found;
        }

        @Override
        public boolean acts(ExitCase of, FlowOffice office, Visibility caller) {
            return true;
        }
    }

    void stage(ExitCases.Stage stage) {
        cases.put(offboarding, new ExitCases.ExitCase(offboarding, firm, person, stage, LAST));
    }

    /** Somebody else leaves on the same day; returns the case. */
    UUID anotherLeaves() {
        UUID id = UUID.randomUUID();
        UUID leaver = staff.hire(firm, null, null, LocalDate.of(2024, 1, 1));
        cases.put(id, new ExitCases.ExitCase(id, firm, leaver, ExitCases.Stage.RUNNING, LAST));
        return id;
    }

    void speak(String tag, String words) {
        bundles.install(
                "org.holdfast.language." + tag, "language", tag, Map.of("text/papers_" + tag + ".properties", words));
    }

    void sealed() {
        Reply made = upload(
                FirmAuthority.file(KEY, authority.seal(KEY.getPublic(), "2026-01-01", "2027-01-01"), authority.root()));
        if (made.status() != 200) {
            throw new AssertionError(made.body());
        }
    }

    Reply upload(byte[] file) {
        return upload(file, FirmAuthority.PASSWORD);
    }

    Reply upload(byte[] file, String password) {
        return admin().call(
                        "PUT",
                        seal() + "/key",
                        "{\"version\":%s,\"file\":\"%s\",\"password\":\"%s\"}"
                                .formatted(
                                        seals.view(firm).version(),
                                        Base64.getEncoder().encodeToString(file),
                                        password));
    }

    String seal() {
        return "offboardings/seals/" + firm;
    }

    String path() {
        return "offboardings/" + offboarding + "/certificate";
    }

    Reply issue(String more) {
        return issue(UUID.randomUUID(), more);
    }

    Reply issue(UUID key, String more) {
        return hr().call("POST", path(), "{\"key\":\"" + key + "\"" + more + "}");
    }

    byte[] file(Reply issued, int at) {
        return hr().call("GET", path() + "/" + issued.text("papers." + at + ".id") + "/certificate.pdf", "")
                .bytes();
    }

    MemoryServer hr() {
        return api("hr.wang", Role.SUBSIDIARY_HR, Set.of(firm), null, "papers:read", "papers:issue", "papers:manage");
    }

    MemoryServer elsewhere() {
        return api("hr.far", Role.SUBSIDIARY_HR, Set.of(other), null, "papers:read", "papers:issue", "papers:manage");
    }

    MemoryServer admin() {
        return api("admin", Role.SYSTEM_ADMIN, Set.of(), null, "seals:manage");
    }

    MemoryServer self(UUID employee) {
        return api("self", Role.EMPLOYEE, Set.of(), employee, "own:read");
    }

    private MemoryServer api(String name, Role role, Set<UUID> firms, @Nullable UUID employee, String... permissions) {
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
        Visibility sight = Sights.of(caller, line, names, permissions);
        return new MemoryServer(
                sight,
                texts,
                new CertificatesResource(desk, reader, sight, new AuditNotes()),
                new TransfersResource(transfers, sight, new AuditNotes()),
                new TemplatesResource(new TemplateDesk(templates, reader, world, texts), sight),
                new OwnPapersResource(desk, reader, sight),
                new SealsResource(seals, sight));
    }

    private static String shipped(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        database.close();
    }
}
