package org.holdfast.core.insight.exits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Sights;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.fixture.ShippedCalendar;
import org.holdfast.core.insight.effect.Figure;
import org.holdfast.core.offboarding.cases.CaseFigures.Course;
import org.holdfast.core.offboarding.cases.CaseFigures.TaskFigure;
import org.holdfast.core.offboarding.cases.ExitCases.Stage;
import org.holdfast.core.offboarding.flows.FlowStep;
import org.holdfast.core.platform.paper.Papers;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.ToldJson;
import org.holdfast.core.retention.RetentionWorld;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HR sees why people left, how long it took and what came back; nobody can work out one person from it. */
class OffboardingReportTest {
    private static final Instant TEN = Instant.parse("2026-04-01T02:00:00Z");

    @TempDir
    Path folder;

    private final RetentionWorld world = new RetentionWorld();
    private final UUID firm = world.firm;
    private final Exits exits = new Exits();
    private final OffboardingAnalysis analysis = new OffboardingAnalysis(
            new OffboardingFactsReader(
                    new OffboardingFactsReader.Sources(
                            exits,
                            id -> exits.returns.getOrDefault(id, List.of()),
                            id -> exits.handovers.getOrDefault(id, List.of())),
                    ShippedCalendar.of(world.staff.people),
                    world.clock),
            world.clock);

    OffboardingReportTest() {
        world.clock.set("2026-11-23T01:00:00Z");
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void reasonsAddUpAndThoseOfAFewAreJoinedWithNoneGiven() {
        leave(12, "pay");
        leave(15, "commute");
        leave(3, "superior");
        leave(11, "");

        assertThat(report().reasons())
                .extracting(OffboardingReport.Reason::reason)
                .containsExactly("commute", "pay", "");
        assertThat(report().reasons())
                .extracting(OffboardingReport.Reason::exits)
                .containsExactly(15, 12, 14);
        assertThat(figure("reasonGiven").value()).isCloseTo(30 / 41.0, within(0.001));
    }

    @Test
    void ofFewerThanTenLeaversNothingIsTold() {
        leave(9, "pay", done(FlowStep.HANDOVER, TEN, LocalDate.of(2026, 4, 2)));
        exits.dueBack(firm, UUID.randomUUID(), true);

        OffboardingReport report = report();

        assertThat(report.reasons()).isEmpty();
        assertThat(report.steps()).isEmpty();
        assertThat(report.figures()).allMatch(one -> one.value() == null && one.denominator() == null);
        assertThat(report.begun()).isTrue();
    }

    @Test
    void whoTookTheirResignationBackStayed() {
        leave(30, "pay");
        for (int i = 0; i < 10; i++) {
            exits.stays(firm);
        }

        assertThat(figure("stayed").numerator()).isEqualTo(10);
        assertThat(figure("stayed").denominator()).isEqualTo(40);
        assertThat(report().reasons())
                .extracting(OffboardingReport.Reason::exits)
                .containsExactly(30);
    }

    @Test
    void theNoticePeriodIsNoTimeTheOfficesTook() {
        // Approved after an hour; then the last day, and two hours after the holidays.
        leave(10, "pay", done(FlowStep.HR_APPROVAL, TEN, LocalDate.of(2026, 4, 2)));

        Figure hours = figure("caseHours");

        assertThat(hours.denominator()).isEqualTo(10);
        assertThat(hours.value()).isEqualTo(1 + 8 + 2);
        assertThat(figure("twoDays").value()).isEqualTo(1);
    }

    @Test
    void aCaseThatGoesOnHasNoTimeYet() {
        leave(10, "pay");
        for (int i = 0; i < 10; i++) {
            exits.add(firm, Stage.RUNNING, "pay", new Course(Exits.BEGUN, null, Exits.LAST_DAY));
        }

        assertThat(figure("caseHours").denominator()).isEqualTo(10);
        assertThat(report().reasons().get(0).exits()).isEqualTo(20);
    }

    @Test
    void aStepIsLateFromTheDayAfterItsOwnAndMissedAfterTheLastDay() {
        LocalDate due = LocalDate.of(2026, 4, 2);
        leave(10, "pay", done(FlowStep.ASSETS, TEN, due));
        leave(10, "pay", done(FlowStep.ASSETS, Instant.parse("2026-04-02T16:30:00Z"), due));
        leave(10, "pay", new TaskFigure(FlowStep.ASSETS, Exits.BEGUN, due, null));

        OffboardingReport.StepTime assets = report().steps().get(0);

        assertThat(assets.step()).isEqualTo("assets");
        assertThat(assets.hours().denominator()).isEqualTo(20);
        assertThat(assets.inTime().numerator()).isEqualTo(10);
        assertThat(assets.inTime().denominator()).isEqualTo(30);
        assertThat(figure("stepsInTime").value()).isCloseTo(1 / 3.0, within(0.001));
        assertThat(figure("missedSteps").numerator()).isEqualTo(10);
        assertThat(figure("missedSteps").denominator()).isEqualTo(30);
    }

    @Test
    void whatTheLawLetsComeAfterTheLastDayIsNotMissed() {
        leave(
                10,
                "pay",
                done(FlowStep.FILE_TRANSFER, Instant.parse("2026-05-12T02:00:00Z"), LocalDate.of(2026, 5, 15)));

        assertThat(figure("missedSteps").denominator()).isNull();
        assertThat(figure("stepsInTime").value()).isEqualTo(1);
    }

    @Test
    void thingsAndKnowledgeAreCountedOneByOne() {
        for (int i = 0; i < 10; i++) {
            UUID person = exits.leaves(firm, "pay");
            exits.dueBack(firm, person, true);
            exits.dueBack(firm, person, i == 0);
            exits.handsOver(firm, person, true);
            exits.handsOver(firm, person, i < 5);
        }
        exits.handsOver(firm, UUID.randomUUID(), false);

        assertThat(figure("returnsInTime").numerator()).isEqualTo(11);
        assertThat(figure("returnsInTime").denominator()).isEqualTo(20);
        assertThat(figure("knowledge").numerator()).isEqualTo(15);
        assertThat(figure("knowledge").denominator()).isEqualTo(20);
    }

    @Test
    void thingsOfAFewPeopleTellNothingHoweverManyThingsTheyAre() {
        UUID one = exits.leaves(firm, "pay");
        for (int i = 0; i < 40; i++) {
            exits.dueBack(firm, one, false);
        }

        assertThat(figure("returnsInTime").value()).isNull();
    }

    @Test
    void theGroupAddsUpWhatEachFirmTellsByItself() {
        UUID other = world.staff.subsidiary("S2", "Asia/Shanghai");
        leave(12, "pay");
        for (int i = 0; i < 4; i++) {
            exits.leaves(other, "pay");
        }

        OffboardingReport both = analysis.report(world.staff.people.subsidiaries(), 12);

        assertThat(both.reasons()).extracting(OffboardingReport.Reason::exits).containsExactly(12);
    }

    @Test
    void noReasonOfAFewCanBeTakenFromTheWholeWhateverTheSizes() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            Reasons all = new Reasons();
            int people = 0;
            for (int reason = random.nextInt(3) - 1; reason < 6; reason++) {
                int many = random.nextInt(25);
                people += many;
                all.add(reason < 0 ? "" : "r" + reason, many);
            }
            List<OffboardingReport.Reason> told = all.joined().told();

            assertThat(told.stream().mapToInt(OffboardingReport.Reason::exits).sum())
                    .isEqualTo(people);
            if (people >= 10) {
                assertThat(told).allMatch(one -> one.exits() >= 10);
            }
        }
    }

    @Test
    void theReportIsCountedAnewWhenSomebodyLeaves() {
        leave(10, "pay");
        assertThat(report().reasons().get(0).exits()).isEqualTo(10);

        leave(10, "pay");

        assertThat(report().reasons().get(0).exits()).isEqualTo(20);
    }

    @ParameterizedTest
    @ValueSource(strings = {"months=1", "months=13", "months=0", "months=-12"})
    void monthsThatAreNoWholeYearsAreRefused(String query) {
        MemoryServer.Reply reply = api(firm).call("GET", "insight/offboarding?" + query, "");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("months12To36");
    }

    @Test
    @Tag("O6")
    void anotherSubsidiaryIsAsUnknownAsNone() {
        UUID other = world.staff.subsidiary("S2", "Asia/Shanghai");

        for (String form : List.of("", "/report.pdf", "/report.xlsx")) {
            assertThat(api(firm)
                            .call("GET", "insight/offboarding" + form + "?subsidiaryId=" + other, "")
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void paperAndSheetSayTheSameInTheWordsOfTheReader() throws Exception {
        leave(12, "pay", done(FlowStep.HANDOVER, TEN, LocalDate.of(2026, 4, 2)));
        Visibility sight = sight(firm);

        byte[] paper = new Papers(sight, world.texts).print(report(), new OffboardingPaper(), "zh");
        ReportWords words = new ReportWords((key, values) -> world.texts.text("zh", key, values), "zh");
        byte[] sheet = OffboardingSheet.write(ToldJson.tree(report(), sight), words);

        try (PDDocument pdf = Loader.loadPDF(paper)) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("离职分析报告", "薪酬", "两个工作日内办结", "100%");
        }
        assertThat(strings(sheet)).contains("离职人数", "薪酬", "人数过少", "2025-11 至 2026-10");
    }

    private void leave(int many, String reason, TaskFigure... tasks) {
        for (int i = 0; i < many; i++) {
            exits.leaves(firm, reason, tasks);
        }
    }

    private static TaskFigure done(FlowStep step, Instant at, LocalDate due) {
        return new TaskFigure(step, Exits.BEGUN, due, at);
    }

    private OffboardingReport report() {
        return analysis.report(List.of(world.staff.people.subsidiary(firm).orElseThrow()), 12);
    }

    private Figure figure(String code) {
        return report().figures().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private Visibility sight(UUID... seen) {
        return Sights.of(
                Sights.caller(Role.SUBSIDIARY_HR, Set.of(seen), Optional.empty()),
                (superior, person) -> false,
                id -> Optional.empty(),
                "insight:read");
    }

    private MemoryServer api(UUID... seen) {
        Visibility sight = sight(seen);
        return new MemoryServer(
                sight,
                world.texts,
                new OffboardingReportResource(
                        analysis, world.staff.people, sight, new Papers(sight, world.texts), world.texts));
    }

    private String strings(byte[] file) throws Exception {
        Path kept = Files.write(folder.resolve("offboarding.xlsx"), file);
        try (ZipFile zip = new ZipFile(kept.toFile())) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(zip.getInputStream(zip.getEntry("xl/sharedStrings.xml")))
                    .getDocumentElement()
                    .getTextContent();
        }
    }
}
