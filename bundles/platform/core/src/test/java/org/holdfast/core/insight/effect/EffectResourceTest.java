package org.holdfast.core.insight.effect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.holdfast.core.access.Role;
import org.holdfast.core.access.Sights;
import org.holdfast.core.access.Visibility;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.insight.ErasedAttrition;
import org.holdfast.core.people.People;
import org.holdfast.core.platform.paper.Papers;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.TellAll;
import org.holdfast.core.platform.rest.ToldJson;
import org.holdfast.core.retention.Alert;
import org.holdfast.core.retention.cases.CaseRoom;
import org.holdfast.core.retention.holdout.HoldoutRoom;
import org.holdfast.core.retention.past.PastRoom;
import org.holdfast.core.risk.settings.SettingsTable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

/** The report as HR opens it, from the database to the screen, the paper and the sheet. */
class EffectResourceTest {
    private static final String TALK = "{\"key\":\"%s\",\"heldOn\":\"2026-09-02\",\"intent\":\"confirmed\","
            + "\"causes\":[\"other\"],\"text\":\"\",\"nextStep\":\"Meet again.\"}";

    @TempDir
    Path folder;

    private final CaseRoom room = new CaseRoom();
    private final UUID firm = room.world.firm;
    private final HoldoutRoom holdout = new HoldoutRoom(room.world);
    private final Effect effect = new Effect(
            reader(room.world.staff.people),
            new KeyGroups((subsidiary, from, to) -> new ErasedAttrition.Totals(0, 0)),
            new Trials(holdout.holdouts()),
            room.world.clock);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void alertsAndTalksComeFromTheDatabaseInTheMonthOfTheSubsidiary() {
        for (int i = 0; i < 10; i++) {
            alertWithTalk();
        }
        room.world.clock.set("2026-11-27T00:00:00Z");

        String told = api(firm)
                .call("GET", "insight/effect?from=2026-09&to=2026-09", "")
                .body();

        // Opened on the last evening of August in London, on the first of September in Shanghai.
        assertThat(told)
                .contains("{\"code\":\"talked\",\"numerator\":10,\"denominator\":10,\"value\":1.0")
                .contains("{\"code\":\"delivered\",\"numerator\":10,\"denominator\":10")
                .contains("{\"code\":\"imported\",\"numerator\":0,\"denominator\":10")
                .contains("{\"code\":\"intentPrecision\",\"numerator\":10,\"denominator\":10")
                .contains("{\"code\":\"retained30\",\"numerator\":10,\"denominator\":10")
                .contains("\"alerted\":true");
    }

    @Test
    void reportThatIsKeptForTheNextReaderIsCountedAnewOnceSomebodyTalkedOrTheDayIsOver() {
        for (int i = 0; i < 10; i++) {
            alertWithTalk();
        }
        room.world.clock.set("2026-11-27T00:00:00Z");
        String path = "insight/effect?from=2026-09&to=2026-09";
        assertThat(api(firm).call("GET", path, "").body()).contains("\"numerator\":10,\"denominator\":10");

        alertWithTalk();
        room.world.clock.set("2026-11-27T00:00:00Z");

        assertThat(api(firm).call("GET", path, "").body())
                .contains("{\"code\":\"talked\",\"numerator\":11,\"denominator\":11");
        room.world.clock.set("2026-11-28T00:00:00Z");
        assertThat(api(firm).call("GET", path, "").body()).contains("\"asOf\":\"2026-11-28\"");
    }

    @Test
    void importedCasesCountAndAreSaidToBeImported() {
        room.world.clock.set("2026-11-27T00:00:00Z");
        PastRoom past = new PastRoom(room);
        for (int i = 0; i < 10; i++) {
            past.take(room.world.staff.hire(firm, null), "2026-03-02", "confirmed", "retained", "2026-03-20");
        }

        String told = api(firm)
                .call("GET", "insight/effect?from=2026-03&to=2026-03", "")
                .body();

        assertThat(told)
                .contains("{\"code\":\"imported\",\"numerator\":10,\"denominator\":10")
                .contains("{\"code\":\"talked\",\"numerator\":10,\"denominator\":10")
                .contains("{\"code\":\"saved\",\"numerator\":10,\"denominator\":10")
                .contains("{\"code\":\"retained180\",\"numerator\":10,\"denominator\":10")
                // Whether a superior got what somebody noticed elsewhere is not known.
                .contains("{\"code\":\"delivered\",\"numerator\":null,\"denominator\":null");
    }

    @Test
    void importedTalksAndThoseHeldHereCountTogether() {
        for (int i = 0; i < 2; i++) {
            alertWithTalk();
        }
        room.world.clock.set("2026-11-27T00:00:00Z");
        PastRoom past = new PastRoom(room);
        for (int i = 0; i < 10; i++) {
            past.take(room.world.staff.hire(firm, null), "2026-09-02", "denied", "retained", "2026-09-20");
        }

        assertThat(api(firm)
                        .call("GET", "insight/effect?from=2026-09&to=2026-09", "")
                        .body())
                .contains("{\"code\":\"retained30\",\"numerator\":12,\"denominator\":12");
    }

    @Test
    void whatHrAloneGotWasDeliveredToNoSuperior() {
        for (int i = 0; i < 10; i++) {
            room.flag(room.world.staff.hire(firm, null), "2026-08-31T17:00:00Z");
        }
        room.at("2026-09-02T02:00:00Z");
        room.world.clock.set("2026-11-27T00:00:00Z");

        assertThat(api(firm)
                        .call("GET", "insight/effect?from=2026-09&to=2026-09", "")
                        .body())
                .contains("{\"code\":\"delivered\",\"numerator\":0,\"denominator\":10");
    }

    @Test
    void reportSaysThatThereIsNoControlUntilAHoldOutRuns() {
        String path = "insight/effect?from=2026-10&to=2026-11";
        room.world.clock.set("2026-11-27T00:00:00Z");
        assertThat(api(firm).call("GET", "insight/effect", "").body()).contains("\"trials\":[]");

        holdout.begin("2027-05-31");
        room.world.clock.set("2026-12-01T00:00:00Z");

        assertThat(api(firm).call("GET", path, "").body())
                .contains("\"from\":\"2026-11-27\"", "\"share\":50", "\"state\":\"running\"", "\"held\":null");
    }

    @Test
    void whoeverWasErasedMeanwhileIsInNoFigure() {
        UUID person = room.world.staff.hire(firm, null);
        room.flag(person, "2026-08-31T17:00:00Z");
        assertThat(facts(room.world.staff.people).flags())
                .singleElement()
                .satisfies(flag -> assertThat(flag.opened()).isEqualTo(LocalDate.of(2026, 9, 1)));

        room.world.database.run(connection -> {
            try (PreparedStatement delete = connection.prepareStatement("delete from employee where id = ?")) {
                delete.setObject(1, person);
                delete.executeUpdate();
            }
        });

        Staff after = new Staff(room.world.database, room.world.vault);
        assertThat(facts(after.people).flags()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-13,month",
        "to=soon,month",
        "to=2026-11,monthNotOver",
        "from=2026-10&to=2026-09,monthAfterLast",
        "from=2021-10&to=2026-10,months60"
    })
    void whatIsNoSpanOfMonthsIsRefused(String query, String code) {
        MemoryServer.Reply reply = api(firm).call("GET", "insight/effect?" + query, "");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains(code);
    }

    @Test
    @Tag("O6")
    void anotherSubsidiaryIsAsUnknownAsNone() {
        UUID other = room.world.staff.subsidiary("S2", "Asia/Shanghai");

        assertThat(api(firm)
                        .call("GET", "insight/effect?subsidiaryId=" + other, "")
                        .status())
                .isEqualTo(api(firm)
                        .call("GET", "insight/effect?subsidiaryId=" + new UUID(1, 2), "")
                        .status())
                .isEqualTo(404);
        assertThat(api(firm).call("GET", "insight/effect", "").body())
                .contains("Firm S1")
                .doesNotContain("Firm S2");
    }

    @Test
    void thePaperIsInTheReadersLanguageAndTellsWhatEveryFigureIsCountedFrom() throws IOException {
        Papers papers = new Papers(new TellAll(), room.world.texts);

        String words = words(papers.print(report(), new EffectPaper(), "zh"));
        String english = words(papers.print(report(), new EffectPaper(), "en"));

        assertThat(words).contains("效果报告", "演示公司", "意向精确率", "人数过少", "无对照", "随机对照");
        assertThat(english)
                .contains("Intent precision", "60%", "no control", "too few")
                .contains("no proof", "Randomised hold-out", "40% (8 of 20", "30 (7.6 to 52.1)");
    }

    @Test
    void theSheetHoldsNumbersAndNoTextThatRuns() throws Exception {
        byte[] file =
                EffectSheet.write(ToldJson.tree(report(), new TellAll()), new EffectWords(room.world.texts, "zh"));

        Map<String, Document> parts = parts(file);
        String words = Objects.requireNonNull(parts.get("xl/sharedStrings.xml"))
                .getDocumentElement()
                .getTextContent();
        assertThat(words).contains("意向精确率", "'=cmd()", "'=trial()");
        Document first = Objects.requireNonNull(parts.get("xl/worksheets/sheet1.xml"));
        assertThat(first.getDocumentElement().getTextContent()).contains("0.6");
        assertThat(parts.values())
                .allSatisfy(part -> assertThat(part.getElementsByTagName("f").getLength())
                        .as("formulas")
                        .isZero());
    }

    private static EffectReport report() {
        History past = new History();
        LocalDate day = LocalDate.of(2026, 10, 9);
        for (int i = 0; i < 10; i++) {
            past.talk(past.stays(), day, 2, i < 6);
        }
        Facts facts = past.facts();
        YearMonth month = YearMonth.from(day);
        List<Figure> figures = Effect.figures(List.of(facts), month, month);
        return new EffectReport(
                "2026-10",
                "2026-10",
                History.TODAY,
                List.of("演示公司"),
                true,
                figures,
                List.of(new EffectReport.Month("2026-10", figures)),
                new KeyGroups((subsidiary, from, to) -> new ErasedAttrition.Totals(0, 0))
                        .of(facts, "=cmd()", List.of()),
                List.of(new EffectReport.Trial(
                        "=trial()",
                        day,
                        day.plusDays(90),
                        20,
                        "over",
                        new EffectReport.Arm(40, 4, 0.1, 0.0395, 0.2305),
                        new EffectReport.Arm(20, 8, 0.4, 0.2188, 0.6134),
                        new EffectReport.Difference(0.3, 0.0757, 0.5214),
                        1)));
    }

    private void alertWithTalk() {
        UUID boss = room.world.staff.hire(firm, null);
        Alert alert = room.flag(room.world.staff.hire(firm, boss), "2026-08-31T17:00:00Z");
        room.at("2026-09-02T02:00:00Z");
        room.world.clock.set("2026-09-02T08:00:00Z");
        MemoryServer.Reply reply = room.hr("hr", firm, null)
                .call("POST", "cases/" + room.of(alert).id() + "/talks", TALK.formatted(UUID.randomUUID()));
        assertThat(reply.status()).isLessThan(300);
    }

    private FactsReader reader(People people) {
        return new FactsReader(
                people,
                room.world.alerts,
                room.facts(),
                new SettingsTable(room.world.database, room.world.clock),
                room.world.clock);
    }

    private Facts facts(People people) {
        return reader(people).of(people.subsidiary(firm).orElseThrow());
    }

    private MemoryServer api(UUID... seen) {
        Visibility sight = Sights.of(
                Sights.caller(Role.SUBSIDIARY_HR, Set.of(seen), Optional.empty()),
                (superior, person) -> false,
                id -> Optional.empty(),
                "insight:read");
        return new MemoryServer(
                sight,
                room.world.texts,
                new EffectResource(
                        effect, room.world.staff.people, sight, new Papers(sight, room.world.texts), room.world.texts));
    }

    private static String words(byte[] file) throws IOException {
        try (PDDocument paper = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(paper);
        }
    }

    private Map<String, Document> parts(byte[] file) throws Exception {
        Path kept = Files.write(folder.resolve("report.xlsx"), file);
        Map<String, Document> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(kept.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(
                        entry.getName(),
                        DocumentBuilderFactory.newInstance()
                                .newDocumentBuilder()
                                .parse(zip.getInputStream(entry)));
            }
        }
        return parts;
    }
}
