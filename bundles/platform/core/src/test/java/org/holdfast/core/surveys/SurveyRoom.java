package org.holdfast.core.surveys;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.core.access.Caller;
import org.holdfast.core.access.PersonNames;
import org.holdfast.core.access.Recipients;
import org.holdfast.core.access.ReportingLine;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Sights;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.fixture.FixedRegistry;
import org.holdfast.core.fixture.LocalDatabase;
import org.holdfast.core.fixture.SetClock;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.notification.NoticeSource;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.retention.RetentionWorld;
import org.holdfast.core.signals.Arrivals;
import org.holdfast.core.signals.BlockSignalStore;
import org.holdfast.core.signals.Catalogue;
import org.holdfast.core.signals.Consents;
import org.holdfast.core.signals.Fact;
import org.holdfast.core.signals.SealedConsents;
import org.holdfast.core.signals.SignalStore;
import org.holdfast.core.signals.SignalsArrived;
import org.jspecify.annotations.Nullable;

/** The whole room of surveys on an H2 database in memory, with a clock that is set by hand. */
final class SurveyRoom implements AutoCloseable {
    static final String BEFORE = "2026-11-02T02:00:00Z";
    static final String DURING = "2026-11-10T02:00:00Z";
    static final String AFTER = "2026-11-20T02:00:00Z";
    static final LocalDate HIRED = LocalDate.of(2020, 1, 1);

    final RetentionWorld world;
    final SetClock clock;
    final Staff staff;
    final UUID firm;
    final Consents consents;
    final SignalStore signals;
    final Arrivals arrivals;
    final List<SignalsArrived> told = new ArrayList<>();
    /** Whether a consent may be asked for. */
    boolean offered = true;
    /** Employees without an account. */
    final Set<UUID> without = new HashSet<>();

    final SurveyDesk desk;
    private final SurveyWords words;
    private final SurveySweep sweep;

    SurveyRoom() {
        this(LocalDatabase.fresh());
    }

    SurveyRoom(LocalDatabase database) {
        world = new RetentionWorld(database);
        clock = world.clock;
        staff = world.staff;
        firm = world.firm;
        consents = new SealedConsents(world.database, world.vault);
        signals = new BlockSignalStore(world.database, world.vault, clock, Runnable::run);
        arrivals = new Arrivals(world.database, clock);
        desk = new SurveyDesk(new RoundTable(world.database, world.vault), new Asked(staff.people), clock);
        words = new SurveyWords(world.texts, world.needs());
        sweep = new SurveySweep(desk, () -> true);
        clock.set(BEFORE);
    }

    private SurveyConsent consent(SignalStore store) {
        return new SurveyConsent(
                consents,
                (subsidiary, person, category) -> offered,
                new SurveyConsent.Stores(
                        world.database,
                        world.vault,
                        store,
                        Catalogue.of(new FixedRegistry()),
                        new SurveyConsent.News(arrivals, told::add)));
    }

    /** Hires some people into a department, or into none. */
    List<UUID> hire(int count, @Nullable UUID unit) {
        List<UUID> hired = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            hired.add(staff.hire(firm, unit, null, HIRED));
        }
        return hired;
    }

    /** Opens a round from the ninth to the fifteenth of November. */
    UUID open(String kind, @Nullable UUID unit) {
        return open(kind, unit, "2026-11-09", "2026-11-15");
    }

    UUID open(String kind, @Nullable UUID unit, String first, String last) {
        String department = unit == null ? "" : ",\"departmentId\":\"" + unit + '"';
        Reply draft = hr().call(
                        "POST",
                        "surveys",
                        "{\"kind\":\"%s\",\"subsidiaryId\":\"%s\"%s,\"firstDay\":\"%s\",\"lastDay\":\"%s\"}"
                                .formatted(kind, firm, department, first, last));
        UUID id = UUID.fromString(draft.text("id"));
        Reply opened = hr().call("POST", "surveys/" + id + "/opening", "");
        if (opened.status() != 200) {
            throw new AssertionError(opened.body());
        }
        return id;
    }

    Reply answer(UUID person, UUID round, String body) {
        return self(person).call("POST", "surveys/own/" + round + "/answers", body);
    }

    Reply leaveIntent(UUID person, UUID round, int value) {
        return answer(person, round, scores(value, false));
    }

    static String scores(int value, boolean signal) {
        return "{\"scores\":{\"thinking\":%d,\"searching\":%d,\"leaving\":%d},\"signal\":%b}"
                .formatted(value, value, value, signal);
    }

    /** Closes what is over. */
    void sweep(String moment) {
        clock.set(moment);
        sweep.run();
    }

    List<Fact> facts(UUID person) {
        return signals.read(Subject.person(firm, person), LocalDate.of(2000, 1, 1));
    }

    NoticeSource reminders() {
        return new SurveyReminders(desk, accounts(), clock);
    }

    PersonTraces traces() {
        return new ReceiptTraces(desk.table());
    }

    MemoryServer self(UUID person) {
        return self(person, signals);
    }

    MemoryServer self(UUID person, SignalStore store) {
        Visibility sight = sight(Role.EMPLOYEE, Set.of(), Optional.of(person), "own:read", "own:write");
        OwnSurveys own = new OwnSurveys(desk, consent(store), words, clock);
        return new MemoryServer(sight, world.texts, new OwnSurveysResource(own, staff.people, sight));
    }

    MemoryServer hr() {
        return api(Role.SUBSIDIARY_HR, Set.of(firm));
    }

    MemoryServer api(Role role, Set<UUID> firms) {
        Visibility sight = sight(role, firms, Optional.empty(), "surveys:read", "surveys:manage");
        return new MemoryServer(
                sight, world.texts, new SurveysResource(new RoundReader(desk, words), new Cursors(), sight));
    }

    private Visibility sight(Role role, Set<UUID> firms, Optional<UUID> employee, String... endpoint) {
        Caller caller = Sights.caller(role, firms, employee);
        ReportingLine line = (superior, one) -> staff.people.managersOf(one).contains(superior);
        PersonNames names =
                id -> staff.people.card(id).map(card -> new PersonNames.Named(card.subsidiaryId(), card.name()));
        return Sights.of(caller, line, names, endpoint);
    }

    private Recipients accounts() {
        return new Recipients() {
            @Override
            public List<Recipient> of(Role role, UUID subsidiaryId) {
                return List.of();
            }

            @Override
            public List<Recipient> of(Role role, UUID subsidiaryId, UUID personId) {
                return List.of();
            }

            @Override
            public List<Recipient> ofEmployee(UUID employeeId) {
                return without.contains(employeeId) ? List.of() : List.of(new Recipient(employeeId, "en", null));
            }

            @Override
            public Set<UUID> employees() {
                return Set.of();
            }

            @Override
            public Optional<Recipient> find(UUID account) {
                return Optional.empty();
            }
        };
    }

    /** Everything the tables of this room hold, as whoever has the database reads it: texts, and bytes in hexadecimal. */
    String stored() {
        return Set.of("survey_round", "survey_receipt").stream()
                .map(this::stored)
                .collect(Collectors.joining("\n"));
    }

    private String stored(String table) {
        return world.database.call(connection -> {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            try (PreparedStatement read = connection.prepareStatement("select * from " + table);
                    ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        boolean binary = Set.of("answers", "results")
                                .contains(row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
                        byte[] bytes = binary ? row.getBytes(i) : null;
                        String text = bytes == null
                                ? row.getString(i)
                                : HexFormat.of().formatHex(bytes);
                        all.writeBytes((text + "|").getBytes(StandardCharsets.UTF_8));
                    }
                    all.write('\n');
                }
            }
            return all.toString(StandardCharsets.UTF_8);
        });
    }

    int rows(String table) {
        return (int) stored(table).lines().count();
    }

    Map<String, String> columns(String table) {
        return world.database.call(connection -> {
            Map<String, String> found = new HashMap<>();
            try (PreparedStatement read = connection.prepareStatement("select * from " + table);
                    ResultSet row = read.executeQuery()) {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    found.put(
                            row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT),
                            row.getMetaData().getColumnTypeName(i));
                }
            }
            return found;
        });
    }

    @Override
    public void close() {
        world.close();
    }
}
