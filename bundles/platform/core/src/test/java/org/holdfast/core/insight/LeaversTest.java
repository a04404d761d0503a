package org.holdfast.core.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Sights;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.insight.Employments.Employment;
import org.holdfast.core.insight.Employments.Traits;
import org.holdfast.core.insight.LeaverReport.Group;
import org.holdfast.core.insight.LeaverTrait.Span;
import org.holdfast.core.people.Employee;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.retention.RetentionWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HR sees who leaves and why, and nobody can work out one person from it. */
@Tag("O19")
class LeaversTest {
    private static final LocalDate LONG_AGO = LocalDate.of(2016, 1, 1);
    /** The twelve months before the 23rd of November 2026. */
    private static final LocalDate MAY = LocalDate.of(2026, 5, 11);

    @TempDir
    Path folder;

    private final RetentionWorld world = new RetentionWorld();
    private final UUID firm = world.firm;
    private final Insight insight = new Insight(
            world.staff.people,
            world.current,
            world.alerts,
            new ErasedAttrition(world.database, world.staff.people),
            world.clock);
    private final Leavers leavers = new Leavers(
            insight.employments(),
            new ErasedAttrition(world.database, world.staff.people),
            world.staff.people,
            world.clock);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void reasonsAddUpToTheWholeAndRareOnesAreJoined() {
        hire(60);
        leave(12, MAY, "voluntary", "career");
        leave(15, MAY, "voluntary", "pay");
        leave(11, MAY, "voluntary", "");
        leave(3, MAY, "voluntary", "my superior, by name");
        leave(20, MAY, "involuntary", "career");
        leave(9, LocalDate.of(2025, 10, 31), "voluntary", "career");

        List<Group> reasons = of("reason", report());

        assertThat(reasons).extracting(Group::name).containsExactly("pay", "career", "");
        assertThat(reasons).extracting(Group::exits).containsExactly(15, 12, 14);
        assertThat(reasons.stream().mapToDouble(Group::share).sum()).isCloseTo(1, within(0.001));
        assertThat(report().exits()).isEqualTo(41);
    }

    @Test
    void reasonsOfFewerThanTenLeaversAreNotToldAtAll() {
        hire(60);
        leave(9, MAY, "voluntary", "pay");

        assertThat(of("reason", report())).isEmpty();
        assertThat(report().exits()).isEqualTo(9);
    }

    @Test
    void theRateOfATenureCountsTheTimeSomebodyWasInIt() {
        for (int i = 0; i < 20; i++) {
            // One year with the firm in the middle of the twelve months: half of them below it, half above.
            world.staff.hire(firm, null, null, LocalDate.of(2025, 5, 2));
        }
        leave(10, LocalDate.of(2026, 10, 31), "voluntary", "", LocalDate.of(2025, 5, 2));

        Map<String, Group> tenure = named("tenure");

        assertThat(tenure.get("under1").headcount()).isCloseTo(15, within(0.2));
        assertThat(tenure.get("from1").headcount()).isCloseTo(15, within(0.2));
        assertThat(tenure.get("under1").exits()).isZero();
        assertThat(tenure.get("from1").exits()).isEqualTo(10);
        assertThat(tenure.get("from1").annualisedRate()).isCloseTo(10 / 15.0, within(0.01));
    }

    @Test
    void aSmallPlaceIsJoinedWithTheNextSmallestSoThatTheWholeDoesNotTellOfIt() {
        place(9, "Lhasa");
        place(12, "Wuhan");
        place(30, "Hangzhou");

        List<Group> places = of("location", report());

        assertThat(places).extracting(Group::name).containsExactly("Hangzhou", "");
        assertThat(places.get(1).headcount()).isEqualTo(21);
    }

    @Test
    void nothingOfAFewCanBeTakenFromTheWholeWhateverTheSizes() {
        Span span = new Span(java.time.YearMonth.of(2025, 11), java.time.YearMonth.of(2026, 10));
        Random random = new Random(5);
        for (int round = 0; round < 400; round++) {
            List<Employment> all = people(random);
            LeaverPart erased = new LeaverPart(random.nextInt(4) * span.days(), random.nextInt(3));
            for (LeaverTrait trait : LeaverTrait.values()) {
                Map<String, LeaverPart> parts = trait.split(all, span);
                LeaverGroups groups = LeaverGroups.of(trait, parts, erased, span);
                double few = trait.leaversAlone() ? SmallGroups.FEWEST : SmallGroups.FEWEST * (double) span.days();
                groups.told()
                        .values()
                        .forEach(part -> assertThat(size(trait, part)).isGreaterThanOrEqualTo(few));
                assertThat(groups.joined().isNothing()
                                || groups.told().isEmpty()
                                || size(trait, groups.joined()) >= few)
                        .isTrue();
                int exits = groups.told().values().stream()
                        .mapToInt(LeaverPart::exits)
                        .sum();
                assertThat(exits + groups.joined().exits())
                        .isEqualTo(parts.values().stream()
                                        .mapToInt(LeaverPart::exits)
                                        .sum()
                                + erased.exits());
            }
        }
    }

    @Test
    void aSubsidiaryTakenFromTheGroupTellsNoMoreThanTheSubsidiaryItself() {
        place(30, "Hangzhou");
        place(30, "Wuhan");
        UUID other = world.staff.subsidiary("S2", "Asia/Shanghai");
        for (int i = 0; i < 30; i++) {
            world.staff.hire(other, null, null, LONG_AGO);
        }
        for (int i = 0; i < 4; i++) {
            moved(world.staff.hire(other, null, null, LONG_AGO), "Wuhan");
        }

        Map<String, Group> both = of("location", read(api(), "insight/leavers")).stream()
                .collect(Collectors.toMap(Group::name, group -> group));

        assertThat(both.get("Wuhan").headcount()).isEqualTo(30);
        assertThat(both.get("").headcount()).isEqualTo(34);
    }

    @Test
    void aFirmOfAFewTellsNothing() {
        hire(9);

        assertThat(report().headcount()).isNull();
        assertThat(report().breakdowns()).isEmpty();
    }

    @Test
    void theReportIsCountedAnewWhenSomebodyLeaves() {
        hire(30);
        assertThat(report().exits()).isZero();

        leave(1, MAY, "voluntary", "pay");

        assertThat(report().exits()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"months=1", "months=13", "months=0", "months=-12"})
    void monthsThatAreNoWholeYearsAreRefused(String query) {
        MemoryServer.Reply reply = api(firm).call("GET", "insight/leavers?" + query, "");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("months12To36");
    }

    @Test
    @Tag("O6")
    void anotherSubsidiaryIsAsUnknownAsNone() {
        UUID other = world.staff.subsidiary("S2", "Asia/Shanghai");

        assertThat(api(firm)
                        .call("GET", "insight/leavers?subsidiaryId=" + other, "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theSheetHoldsTheWordsOfTheReaderAndNoTextThatRuns() throws Exception {
        hire(30);
        leave(12, MAY, "voluntary", "=cmd()");
        LeaverReport report = report();

        String words =
                strings(LeaverSheet.write(report, (key, values) -> world.texts.text("zh", "leavers." + key, values)));

        assertThat(words).contains("主动离职人数", "其他岗位", "2025-11 至 2026-10", "'=cmd()");
    }

    private static double size(LeaverTrait trait, LeaverPart part) {
        return trait.leaversAlone() ? part.exits() : part.days();
    }

    private static List<Employment> people(Random random) {
        List<Employment> all = new ArrayList<>();
        int many = 10 + random.nextInt(60);
        for (int i = 0; i < many; i++) {
            boolean left = random.nextInt(3) == 0;
            long hired = LocalDate.of(2012, 1, 1).plusDays(random.nextInt(4800)).toEpochDay();
            Traits traits = new Traits(
                    "f" + random.nextInt(4),
                    "",
                    "p" + random.nextInt(9),
                    random.nextBoolean(),
                    "r" + random.nextInt(4));
            long last = left
                    ? LocalDate.of(2025, 6, 1).plusDays(random.nextInt(500)).toEpochDay()
                    : Long.MAX_VALUE / 2;
            all.add(new Employment(hired, Math.max(hired, last), left, traits));
        }
        return all;
    }

    private void hire(int many) {
        place(many, "Hangzhou");
    }

    private void place(int many, String location) {
        for (int i = 0; i < many; i++) {
            moved(world.staff.hire(firm, null, null, LONG_AGO), location);
        }
    }

    private void moved(UUID person, String location) {
        world.staff.post(person, new Employee.Post("Engineer", "rd", "P5", false, Double.NaN, location));
    }

    private void leave(int many, LocalDate day, String type, String reason) {
        leave(many, day, type, reason, LONG_AGO);
    }

    private void leave(int many, LocalDate day, String type, String reason, LocalDate hired) {
        for (int i = 0; i < many; i++) {
            UUID person = world.staff.hire(firm, null, null, hired);
            world.staff.leaves(person, new Employee.Exit(day, type, reason));
        }
    }

    private LeaverReport report() {
        return leavers.report(List.of(world.staff.people.subsidiary(firm).orElseThrow()), 12);
    }

    private static List<Group> of(String by, LeaverReport report) {
        return report.breakdowns().stream()
                .filter(breakdown -> breakdown.by().equals(by))
                .flatMap(breakdown -> breakdown.groups().stream())
                .toList();
    }

    private Map<String, Group> named(String by) {
        return of(by, report()).stream().collect(Collectors.toMap(Group::name, group -> group));
    }

    private LeaverReport read(MemoryServer server, String path) {
        assertThat(server.call("GET", path, "").status()).isEqualTo(200);
        return leavers.report(world.staff.people.subsidiaries(), 12);
    }

    private MemoryServer api(UUID... seen) {
        Visibility sight = Sights.of(
                Sights.caller(seen.length == 0 ? Role.GROUP_HR : Role.SUBSIDIARY_HR, Set.of(seen), Optional.empty()),
                (superior, person) -> false,
                id -> Optional.empty(),
                "insight:read");
        return new MemoryServer(
                sight, world.texts, new LeaversResource(leavers, world.staff.people, sight, world.texts));
    }

    private String strings(byte[] file) throws Exception {
        Path kept = Files.write(folder.resolve("leavers.xlsx"), file);
        try (ZipFile zip = new ZipFile(kept.toFile())) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(zip.getInputStream(zip.getEntry("xl/sharedStrings.xml")))
                    .getDocumentElement()
                    .getTextContent();
        }
    }
}
