package org.holdfast.core.offboarding.interview;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.core.access.Caller;
import org.holdfast.core.access.PersonNames;
import org.holdfast.core.access.Recipients;
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
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;
import org.holdfast.core.offboarding.cases.ExitCases.Stage;
import org.holdfast.core.offboarding.flows.FlowOffice;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.FakeRegistry;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.RestError;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.platform.rest.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The room of interviews: a technician leaves the subsidiary S1 on 2026-03-31; today is the sixteenth in Shanghai. The boss of the
 * technician is HR as well, and so are Wang and Li. German is installed beside Chinese and English.
 */
final class InterviewRoom implements AutoCloseable {
    static final LocalDate LAST = LocalDate.of(2026, 3, 31);
    static final UUID WANG = new UUID(7, 1);
    static final UUID LI = new UUID(7, 2);
    static final UUID BOSS = new UUID(7, 3);
    private static final Path GERMAN =
            Path.of("..", "..", "language", "de", "src", "main", "resources", "text", "interviews_de.properties");

    final LocalDatabase database;
    final TestVault vault = new TestVault();
    final SetClock clock = new SetClock("2026-03-16T02:00:00Z");
    final Staff staff;
    final UUID firm;
    final UUID boss;
    final UUID person;
    final UUID offboarding = UUID.randomUUID();
    final Map<UUID, ExitCase> cases = new HashMap<>();
    final List<UUID> completed = new ArrayList<>();
    final FakeRegistry bundles = new FakeRegistry();
    final Texts texts = new Texts(() -> bundles);
    final InterviewWorld world;
    final InterviewTable table;
    final FormDesk forms;
    final Readers readers;
    final InterviewDesk desk;
    final OwnInterviewDesk own;
    final InterviewReader reader;
    final Coverage coverage;
    private final UUID other;

    InterviewRoom() {
        this(LocalDatabase.fresh());
    }

    InterviewRoom(LocalDatabase database) {
        this.database = database;
        staff = new Staff(database, vault);
        firm = staff.subsidiary("S1", "Asia/Shanghai");
        other = staff.subsidiary("S2", "Asia/Shanghai");
        boss = staff.hire(firm, null, null, LocalDate.of(2015, 1, 1));
        person = staff.hire(firm, null, boss, LocalDate.of(2020, 10, 1));
        bundles.install(
                "org.holdfast.language.de", "language", "de", Map.of("text/interviews_de.properties", shipped(GERMAN)));
        MadeUpCases made = new MadeUpCases();
        world = new InterviewWorld(
                new InterviewWorld.Leavers(
                        made,
                        () -> cases.values().stream()
                                .filter(one -> one.stage() == Stage.RUNNING)
                                .toList(),
                        made::between),
                staff.people,
                ShippedCalendar.of(staff.people),
                clock);
        table = new InterviewTable(database, vault);
        forms = new FormDesk(new FormTable(database, vault), world, texts);
        readers = new Readers(staff.people, new MadeUpHr(), id -> Optional.of("HR " + id.getLeastSignificantBits()));
        Answering answering = new Answering(table, forms, world, (id, step, caller) -> completed.add(id));
        desk = new InterviewDesk(table, forms, readers, world, answering);
        own = new OwnInterviewDesk(table, world, answering);
        reader = new InterviewReader(table, forms, readers, world);
        coverage = new Coverage(table, forms, world);
        stage(Stage.RUNNING);
    }

    /** Cases of which only stage and last day count here. */
    private final class MadeUpCases implements ExitCases {
        @Override
        public Optional<ExitCase> find(UUID id) {
            return Optional.ofNullable(cases.get(id));
        }

        @Override
        public Optional<ExitCase> ofPerson(UUID personId) {
            return cases.values().stream()
                    .filter(one -> one.personId().equals(personId) && one.stage() == Stage.RUNNING)
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

        Map<UUID, LocalDate> between(UUID subsidiaryId, LocalDate from, LocalDate to) {
            return cases.values().stream()
                    .filter(one -> one.subsidiaryId().equals(subsidiaryId) && one.stage() != Stage.WITHDRAWN)
                    .filter(one ->
                            !one.lastDay().isBefore(from) && !one.lastDay().isAfter(to))
                    .collect(Collectors.toMap(ExitCase::id, ExitCase::lastDay));
        }
    }

    /** Wang, Li and the boss are HR of S1. */
    private final class MadeUpHr implements Recipients {
        @Override
        public List<Recipient> of(Role role, UUID subsidiaryId) {
            return role == Role.SUBSIDIARY_HR
                    ? Stream.of(WANG, LI, BOSS)
                            .map(id -> new Recipient(id, "en", null))
                            .toList()
                    : List.of();
        }

        @Override
        public List<Recipient> of(Role role, UUID subsidiaryId, UUID personId) {
            return of(role, subsidiaryId);
        }

        @Override
        public List<Recipient> ofEmployee(UUID employeeId) {
            return employeeId.equals(boss) ? List.of(new Recipient(BOSS, "en", null)) : List.of();
        }

        @Override
        public Set<UUID> employees() {
            return Set.of(boss);
        }

        @Override
        public Optional<Recipient> find(UUID account) {
            return Optional.of(new Recipient(account, "en", null));
        }
    }

    void stage(Stage stage) {
        cases.put(offboarding, new ExitCase(offboarding, firm, person, stage, LAST));
    }

    /** Somebody else leaves on a day; returns the case. */
    ExitCase leaves(LocalDate day) {
        UUID leaver = staff.hire(firm, null, null, LocalDate.of(2024, 1, 1));
        ExitCase one = new ExitCase(UUID.randomUUID(), firm, leaver, Stage.RUNNING, day);
        cases.put(one.id(), one);
        return one;
    }

    String path() {
        return path(offboarding);
    }

    static String path(UUID caseId) {
        return "offboardings/" + caseId + "/exit-interview";
    }

    Reply offered(boolean self) {
        Reply made = hr().call(
                        "PUT",
                        path() + "/offer",
                        "{\"version\":0,\"self\":" + self + (self ? "}" : ",\"holderId\":\"" + WANG + "\"}"));
        if (made.status() != 200) {
            throw new AssertionError(made.body());
        }
        return made;
    }

    /** Answers to all that is required of the form that ships. */
    static String answers(int version, UUID key, int score, String more) {
        return "{\"key\":\"" + key + "\",\"version\":" + version + ",\"reasons\":[\"pay\",\"commute\"],\"answers\":["
                + Stream.of("tasks", "superior", "growth", "pay")
                        .map(code -> "{\"question\":\"" + code + "\",\"value\":4},")
                        .collect(Collectors.joining())
                + "{\"question\":\"experience\",\"value\":" + score + "},"
                + "{\"question\":\"back\",\"choices\":[\"perhaps\"]},"
                + "{\"question\":\"say\",\"text\":\"Zxqv thanked nobody\"}]" + more + "}";
    }

    MemoryServer hr() {
        return hr(WANG, null);
    }

    MemoryServer li() {
        return hr(LI, null);
    }

    /** HR who is the boss of who leaves. */
    MemoryServer boss() {
        return hr(BOSS, boss);
    }

    private MemoryServer hr(UUID account, @Nullable UUID employee) {
        return api(
                account,
                Role.SUBSIDIARY_HR,
                Set.of(firm),
                employee,
                "interviews:read",
                "interviews:write",
                "interviews:manage");
    }

    MemoryServer elsewhere() {
        return api(
                new UUID(7, 9),
                Role.SUBSIDIARY_HR,
                Set.of(other),
                null,
                "interviews:read",
                "interviews:write",
                "interviews:manage");
    }

    MemoryServer self() {
        return self(person);
    }

    MemoryServer self(UUID employee) {
        return api(employee, Role.EMPLOYEE, Set.of(), employee, "own:read", "own:write");
    }

    private MemoryServer api(UUID account, Role role, Set<UUID> firms, @Nullable UUID employee, String... endpoint) {
        Caller caller = new Caller(
                account.toString(),
                "user " + account.getLeastSignificantBits(),
                Set.of(role),
                firms,
                Optional.ofNullable(employee),
                false,
                Set.of());
        ReportingLine line = (superior, one) -> staff.people.managersOf(one).contains(superior);
        PersonNames names =
                id -> staff.people.card(id).map(card -> new PersonNames.Named(card.subsidiaryId(), card.name()));
        Visibility sight = Sights.of(caller, line, names, endpoint);
        return new MemoryServer(
                sight,
                texts,
                new InterviewsResource(desk, reader, sight, new AuditNotes()),
                new OwnInterviewResource(own, reader, sight),
                new InterviewLinesResource(reader, coverage, forms, sight, new AuditNotes()));
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
