package org.holdfast.core.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.holdfast.core.access.Caller;
import org.holdfast.core.access.PersonNames;
import org.holdfast.core.access.ReportingLine;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Sights;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.people.PeopleRest;
import org.holdfast.core.platform.rest.AuditNotes;
import org.holdfast.core.platform.rest.Cursors;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.risk.rest.EmployeeRiskResource;
import org.holdfast.core.risk.rest.OpenAlerts;
import org.holdfast.core.risk.rest.ReasonWords;
import org.holdfast.core.risk.rest.ScoresResource;
import org.holdfast.core.risk.rest.WatchList;
import org.holdfast.core.risk.scoring.Band;
import org.holdfast.launcher.config.FieldTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HR of one subsidiary learns nothing of another: by list, filter, order, count, page, export, error or work done. */
class SubsidiaryIsolationTest {
    private static final String[] ENDPOINT = {"employees:read", "risk:read", "alerts:read", "alerts:write", "group:read"
    };
    private static final UUID NOBODY = UUID.fromString("77777777-7777-4777-8777-777777777777");

    private final RetentionWorld world = new RetentionWorld();
    private final Cursors cursors = new Cursors();
    private final UUID other = world.staff.subsidiary("S2", "Asia/Shanghai");
    private final UUID unit = world.staff.department(world.firm, "D1", null);
    private final UUID otherUnit = world.staff.department(other, "D2", null);
    private final UUID boss = hire(world.firm, unit, null);
    private final UUID own = hire(world.firm, unit, boss);
    private final UUID foreign = hire(other, otherUnit, null);
    private UUID foreignAlert;

    @BeforeEach
    void scoreEverybody() {
        for (UUID person : List.of(own, boss, foreign)) {
            world.current.add(world.score(
                    person, Band.HIGH, RetentionWorld.inner().toArray(org.holdfast.core.risk.scoring.Reason[]::new)));
        }
        world.cross(own, Band.LOW, Band.HIGH).orElseThrow();
        foreignAlert = world.cross(foreign, Band.LOW, Band.HIGH).orElseThrow().id();
    }

    @AfterEach
    void close() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"employees", "risk/scores", "alerts", "departments", "subsidiaries"})
    void everyListHoldsAndCountsTheOwnSubsidiaryAlone(String list) {
        Reply mine = hr(world.firm).call("GET", list, "");
        Reply theirs = hr(other).call("GET", list, "");

        assertThat(mine.status()).as(mine.body()).isEqualTo(200);
        assertThat(mine.body()).doesNotContain(traces());
        assertThat(theirs.text("total")).isEqualTo("1");
        assertThat(theirs.body()).doesNotContain(own.toString(), world.firm.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"employees/search", "risk/scores/search", "risk/scores/export"})
    void noFilterAndNoOrderBringsSomebodyOfAnotherSubsidiary(String search) throws IOException {
        List<String> bodies = Stream.concat(
                        Stream.of(
                                "{}",
                                "{\"text\":\"Name\"}",
                                "{\"text\":\"" + number(foreign) + "\"}",
                                "{\"subsidiaryIds\":[\"" + other + "\"]}",
                                "{\"subsidiaryIds\":[\"" + other + "\",\"" + world.firm + "\"]}",
                                "{\"departmentIds\":[\"" + otherUnit + "\"]}"),
                        search.startsWith("employees")
                                ? Stream.of("{\"status\":\"active\"}")
                                : Stream.of("score", "name", "change", "department")
                                        .flatMap(
                                                sort -> Stream.of("asc", "desc")
                                                        .map(
                                                                way -> "{\"sort\":\"" + sort + "\",\"direction\":\""
                                                                        + way
                                                                        + "\",\"bands\":[\"high\"],\"signals\":[\"attendance.leave_days\"]}")))
                .toList();
        for (String body : bodies) {
            Reply reply = hr(world.firm).call("POST", search, body);

            assertThat(reply.status()).as(body).isEqualTo(200);
            assertThat(search.endsWith("export") ? unzipped(reply.bytes()) : reply.body())
                    .as(body)
                    .doesNotContain(traces());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"subsidiaryIds", "departmentIds"})
    void aForeignFilterAnswersLikeOneForWhatIsNotThere(String filter) {
        UUID hidden = filter.equals("subsidiaryIds") ? other : otherUnit;
        for (String search : List.of("employees/search", "risk/scores/search")) {
            Told foreignOne = told("POST", search, "{\"" + filter + "\":[\"%s\"]}", hidden);

            assertThat(foreignOne).isEqualTo(told("POST", search, "{\"" + filter + "\":[\"%s\"]}", NOBODY));
            assertThat(foreignOne.status()).isEqualTo(200);
        }
        assertThat(told("GET", "departments?subsidiaryId=%s", "", other))
                .isEqualTo(told("GET", "departments?subsidiaryId=%s", "", NOBODY));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET employees/%s/profile",
                "GET employees/%s/timeline",
                "GET employees/%s/risk",
                "GET employees?employeeNo=%s"
            })
    void aForeignPersonAnswersLikeOneWhoIsNotThereAfterTheSameWork(String call) {
        String[] parts = call.split(" ", -1);

        Told hidden = told(parts[0], parts[1], "", foreign);

        assertThat(hidden).isEqualTo(told(parts[0], parts[1], "", NOBODY));
        assertThat(hidden.work())
                .as("nothing was asked of the database or opened")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET alerts/%s", "POST alerts/%s/acknowledge", "POST alerts/%s/close"})
    void aForeignAlertAnswersLikeOneThatIsNotThereAfterTheSameWork(String call) {
        String[] parts = call.split(" ", -1);
        String body = parts[1].endsWith("close") ? "{\"reason\":\"talked\"}" : "";

        Told hidden = told(parts[0], parts[1], body, foreignAlert);

        assertThat(hidden).isEqualTo(told(parts[0], parts[1], body, NOBODY));
        assertThat(hidden.status()).isEqualTo(404);
    }

    @Test
    void whoeverIsInTheOwnSubsidiaryIsFoundByTheSameCalls() {
        assertThat(told("GET", "employees/%s/profile", "", own).status()).isEqualTo(200);
        assertThat(told(
                                "GET",
                                "alerts/%s",
                                "",
                                world.alerts.unclosed(own).orElseThrow().id())
                        .status())
                .isEqualTo(200);
        assertThat(hr(world.firm)
                        .call("GET", "employees?employeeNo=" + number(own), "")
                        .text("total"))
                .isEqualTo("1");
        assertThat(hr(world.firm)
                        .call("GET", "employees?employeeNo=" + number(foreign), "")
                        .text("total"))
                .isEqualTo("0");
    }

    @Test
    void aPageMarkOfSomebodyElseOpensNoPage() {
        Caller group = Sights.caller(Role.GROUP_HR, Set.of(), Optional.empty());
        Reply first = server(Sights.of(
                        new Caller("other", "other", group.roles(), Set.of(), Optional.empty(), false, Set.of()),
                        line(),
                        names(),
                        ENDPOINT))
                .call("POST", "risk/scores/search", "{\"limit\":1}");

        Reply stolen = hr(world.firm)
                .call("POST", "risk/scores/search", "{\"limit\":1,\"cursor\":\"" + first.text("next") + "\"}");

        assertThat(first.text("total")).isEqualTo("3");
        assertThat(stolen.status()).isEqualTo(400);
        assertThat(stolen.body()).contains("invalid-cursor").doesNotContain(traces());
    }

    @Test
    void aSuperiorsProfileOfTheirPersonHasNoPayAndHrsHas() {
        Caller superior = Sights.caller(Role.LINE_MANAGER, Set.of(), Optional.of(boss));
        String profile = "employees/" + own + "/profile";

        Reply told =
                server(Sights.of(superior, line(), names(), "employees:read")).call("GET", profile, "");

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.body()).contains("\"contractEnd\"").doesNotContain("basePay", "currency", "100000");
        assertThat(hr(world.firm).call("GET", profile, "").text("basePay")).isEqualTo("100000.0");
    }

    @Test
    void nothingIsSortedOrFilteredByWhatTheReaderIsNotTold() throws IOException {
        MemoryServer server = server(Sights.of(
                Sights.caller(Role.SUBSIDIARY_HR, Set.of(world.firm), Optional.empty()),
                without("score", "reasons"),
                line(),
                names(),
                ENDPOINT));

        for (String wanted : List.of("\"sort\":\"score\"", "\"sort\":\"change\"", "\"signals\":[\"pay.base\"]")) {
            for (String address : List.of("risk/scores/search", "risk/scores/export")) {
                Reply refused = server.call("POST", address, '{' + wanted + '}');
                assertThat(refused.status()).as(wanted).isEqualTo(403);
                assertThat(refused.body()).contains("field-not-told");
            }
        }
        Reply plain = server.call("POST", "risk/scores/search", "{}");
        assertThat(plain.status()).isEqualTo(200);
        assertThat(plain.text("items.0.band")).isEqualTo("high");
        assertThat(plain.body()).doesNotContain("\"score\"", "probability", "change30", "\"reasons\"", "8.5");
        assertThat(unzipped(server.call("POST", "risk/scores/export", "{}").bytes()))
                .contains(number(own))
                .doesNotContain("8.5", "Leave days");
    }

    /** The table that ships without what it says of some fields. */
    private static FieldTable without(String... fields) throws IOException {
        String text = Files.readString(Path.of("../../../config/fields.csv"));
        for (String field : fields) {
            text = text.replaceAll("(?m)^(" + field + ",[^,]*),.*$", "$1" + ",".repeat(14));
        }
        return FieldTable.of(text, Files.readString(Path.of("../../../config/roles.csv")));
    }

    /** An answer without the id that was asked for and the random number of a problem, and the work it took. */
    private record Told(int status, String body, String type, int work) {}

    private Told told(String method, String path, String body, UUID id) {
        MemoryServer server = hr(world.firm);
        int before = world.work.get();
        Reply reply = server.call(method, path.formatted(id), body.formatted(id));
        int work = world.work.get() - before;
        return new Told(
                reply.status(),
                reply.body().replace(id.toString(), "ID").replaceAll("urn:uuid:[0-9a-f-]{36}", "OCCURRENCE"),
                reply.header("Content-Type"),
                work);
    }

    private String[] traces() {
        return new String[] {
            foreign.toString(),
            number(foreign),
            other.toString(),
            otherUnit.toString(),
            foreignAlert.toString(),
            "Firm S2"
        };
    }

    private String number(UUID person) {
        return world.staff.people.card(person).orElseThrow().employeeNo();
    }

    private UUID hire(UUID firm, UUID department, UUID superior) {
        return world.staff.hire(firm, department, superior, java.time.LocalDate.of(2020, 1, 1));
    }

    private ReportingLine line() {
        return (superior, person) -> world.staff.people.managersOf(person).contains(superior);
    }

    private PersonNames names() {
        return id -> world.staff.people.card(id).map(card -> new PersonNames.Named(card.subsidiaryId(), card.name()));
    }

    private MemoryServer hr(UUID firm) {
        return server(Sights.of(
                Sights.caller(Role.SUBSIDIARY_HR, Set.of(firm), Optional.empty()), line(), names(), ENDPOINT));
    }

    private MemoryServer server(Visibility visibility) {
        OpenAlerts marks = (person, reader) -> Optional.empty();
        WatchList list = new WatchList(world.staff.people, world.current, new ReasonWords(world.texts), marks);
        return new MemoryServer(
                visibility,
                world.texts,
                PeopleRest.employees(
                        world.staff.people,
                        List.of(new AlertTimeline(world.alerts, world.reader, visibility)),
                        cursors,
                        world.texts,
                        visibility),
                PeopleRest.departments(world.staff.people, cursors, visibility),
                PeopleRest.subsidiaries(world.staff.people, cursors, visibility),
                new ScoresResource(list, cursors, visibility, world.texts, new AuditNotes()),
                // Whoever is not seen never gets as far as what is missing here.
                new EmployeeRiskResource(
                        world.staff.people,
                        null,
                        world.current,
                        null,
                        new EmployeeRiskResource.Reader(visibility, world.texts, marks, null)),
                new AlertsResource(world.alerts, world.reader, cursors, visibility, new AuditNotes()));
    }

    private static String unzipped(byte[] sheet) throws IOException {
        Path file = Files.createTempFile("sheet", ".xlsx");
        StringBuilder text = new StringBuilder();
        Files.write(file, sheet);
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                // When a workbook was written may hold the digits of any score.
                if (entry.getName().equals("docProps/core.xml")) {
                    continue;
                }
                text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        } finally {
            Files.delete(file);
        }
        return text.toString();
    }
}
