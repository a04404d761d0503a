package org.holdfast.core.offboarding.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.holdfast.api.labour.ExitKind;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.protection.Subject;
import org.holdfast.core.protection.erasure.PersonTraces;
import org.holdfast.core.protection.erasure.TableTraces;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HR is asked for what is missing, sees every step of the sum, agrees on it, and gives finance a file. */
class SettlementsTest {
    private final SettlementRoom room = room();

    @TempDir
    Path folder;

    SettlementRoom room() {
        return new SettlementRoom();
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aSheetSaysWhatItWants_ThenEachStepWithItsArticle() {
        Reply empty = room.get();
        assertThat(empty.status()).as(empty.body()).isEqualTo(200);
        assertThat(empty.text("wanted.0.code")).isEqualTo("monthlyPay");
        assertThat(empty.text("wanted.0.text")).isEqualTo("Pay of a month as agreed on");
        assertThat(empty.text("sums")).isEqualTo("null");

        Reply unknown = room.say("[]");
        assertThat(unknown.text("wanted.0.code")).isEqualTo("localWage");
        assertThat(unknown.text("wanted.1.code")).isEmpty();

        assertThat(room.hr()
                        .call("POST", "offboardings/local-wages", SettlementRoom.WAGE)
                        .status())
                .isEqualTo(200);
        Reply whole = room.get();
        assertThat(whole.text("wanted.0.code")).isEmpty();
        // wages of June, no leave, 5 years and 6 months: 6 x 10,000
        assertThat(whole.text("sums.total")).isEqualTo("70000.0");
        assertThat(whole.text("lines.2.title")).isEqualTo("Severance pay");
        assertThat(whole.text("lines.2.steps.1.text"))
                .isEqualTo(
                        "Years of service from Jan 1, 2021 to Jun 30, 2026: a rest of 6 months or more counts as a year,"
                                + " a shorter one as 0.5");
        assertThat(whole.text("lines.2.steps.1.result")).isEqualTo("6");
        assertThat(whole.text("lines.2.steps.1.article")).isEqualTo("Labour Contract Law, art. 47");
        assertThat(whole.body()).doesNotContain("article.cn", "settlement.step", "settlement.note");
        assertThat(room.hr()
                        .with("Accept-Language", "zh")
                        .call("GET", room.path(), "")
                        .body())
                .contains("《劳动合同法》第四十七条", "经济补偿")
                .doesNotContain("settlement.", "article.cn");
    }

    @Test
    void whatIsAgreedOnStays_WhateverChangesAfterwards() {
        ready("[]");
        Reply agreed = room.agree();
        assertThat(agreed.text("state")).as(agreed.body()).isEqualTo("agreed");
        assertThat(agreed.text("outdated")).isEqualTo("false");

        room.wages.all().forEach(wage -> room.wages.remove(wage.id()));
        room.leaves(ExitKind.REDUNDANCY, LocalDate.of(2026, 6, 10), true);

        Reply later = room.get();
        assertThat(later.text("sums.total")).isEqualTo("70000.0");
        assertThat(later.text("outdated")).isEqualTo("true");
    }

    @Test
    void aCorrectionIsAFurtherVersion_AndNothingIsOverwritten() {
        ready("[]");
        room.agree();

        Reply corrected =
                room.say("[{\"component\":\"bonus\",\"label\":\"2025\",\"amount\":500,\"state\":\"accepted\"}]");

        assertThat(corrected.text("state")).isEqualTo("draft");
        assertThat(corrected.text("sums.total")).isEqualTo("70500.0");
        assertThat(corrected.text("history.0.state")).isEqualTo("draft");
        assertThat(corrected.text("history.1.state")).isEqualTo("agreed");
        assertThat(corrected.text("history.1.by")).isEqualTo("hr.wang");
        assertThat(room.table.ofCase(room.offboarding))
                .hasSize(3)
                .first()
                .satisfies(
                        first -> assertThat(first.content().inputs().claims()).isEmpty());
    }

    @Test
    void ofTwoWhoChangeTheSameOneIsToldSo() {
        ready("[]");
        String body = SettlementRoom.SAID.formatted("1", "[]");

        assertThat(room.hr().call("PUT", room.path(), body).status()).isEqualTo(200);
        Reply second = room.hr().call("PUT", room.path(), body);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("type")).isEqualTo("/problems/settlement-changed");
        assertThat(room.table.append(room.table.ofCase(room.offboarding).get(0)))
                .isFalse();
    }

    @Test
    void nobodyAgreesOnSumsThatTheyHaveNotRead() {
        ready("[]");
        Reply read = room.get();
        room.leaves(ExitKind.REDUNDANCY, LocalDate.of(2026, 7, 30), true);

        Reply refused = room.hr()
                .call(
                        "POST",
                        room.path() + "/agreement",
                        "{\"version\":1,\"due\":%s,\"held\":0}".formatted(read.text("sums.due")));

        assertThat(refused.text("type")).as(refused.body()).isEqualTo("/problems/settlement-sums-changed");
    }

    @Test
    void nothingIsAgreedOnThatIsIncomplete_NorPrintedBeforeItIsAgreedOn() {
        room.say("[]");
        String body = "{\"version\":1,\"due\":0,\"held\":0}";

        assertThat(room.hr().call("POST", room.path() + "/agreement", body).text("type"))
                .isEqualTo("/problems/settlement-incomplete");
        assertThat(room.hr().call("GET", room.path() + "/settlement.xlsx", "").status())
                .isEqualTo(409);
        assertThat(room.hr()
                        .call("POST", room.path() + "/finance", "{\"version\":1}")
                        .text("type"))
                .isEqualTo("/problems/settlement-state");
    }

    @Test
    void severanceWaitsForTheHandover_AndIsDueOnceItIsDone() {
        ready("[]");
        room.leaves(ExitKind.REDUNDANCY, false);

        Reply waiting = room.agree();
        assertThat(waiting.text("sums.due")).isEqualTo("10000.0");
        assertThat(waiting.text("sums.held")).isEqualTo("60000.0");
        assertThat(waiting.text("sums.holdArticle")).isEqualTo("Labour Contract Law, art. 50, paragraph 2");
        assertThat(waiting.text("lines.2.held")).isEqualTo("true");

        room.leaves(ExitKind.REDUNDANCY, true);
        Reply done = room.get();
        assertThat(done.text("sums.due")).isEqualTo("70000.0");
        assertThat(done.text("outdated")).isEqualTo("false");
    }

    @Test
    void financeGetsLinesThatNoSpreadsheetRunsAsFormulas() throws IOException {
        ready(
                "[{\"component\":\"expenses\",\"label\":\"=HYPERLINK(1) \\\"Taxi\\\"\",\"amount\":88.50,\"state\":\"accepted\"}]");
        assertThat(room.open()).isTrue();
        room.agree();
        assertThat(room.open()).as("agreed on, and finance does not have it").isTrue();
        Reply handed = room.hr().call("POST", room.path() + "/finance", "{\"version\":2}");
        assertThat(handed.text("state")).as(handed.body()).isEqualTo("handedOver");
        assertThat(room.open()).isFalse();

        String csv = room.hr().call("GET", room.path() + "/settlement.csv", "").body();
        assertThat(csv.lines().skip(1))
                .hasSize(4)
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "\"2026-06-30\",\"expenses\",\"Expenses: =HYPERLINK(1) \"\"Taxi\"\"\",88.50,\"CNY\","));
        String sheet = unzipped(
                room.hr().call("GET", room.path() + "/settlement.xlsx", "").bytes());
        assertThat(sheet).contains("60000").doesNotContain("<f>");
        assertThat(room.hr().call("GET", room.path() + "/settlement.pdf", "").body())
                .startsWith("%PDF-1.");
    }

    @Test
    void aNameThatLooksLikeAFormulaIsWrittenAsText() {
        assertThat(new SettlementFile(room.texts(), "en")
                        .csv(room.json("{\"currency\":\"CNY\",\"employee\":{\"name\":\"=1+1\",\"employeeNo\":\"@x\"},"
                                + "\"lines\":[{\"component\":\"wages\",\"title\":\"-2\",\"amount\":1.00}]}")))
                .asString(StandardCharsets.UTF_8)
                .contains("\"'@x\",\"'=1+1\"", "\"'-2\",1.00,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"monthlyPay\":10000|\"monthlyPay\":-1|monthlyPay",
                "\"monthlyPay\":10000|\"monthlyPay\":1e999999|monthlyPay",
                "\"monthlyPay\":10000|\"monthlyPay\":10000.001|monthlyPay",
                "\"averagePay\":10000|\"averagePay\":1000000000001|averagePay",
                "\"2026-05-31\"|\"1026-05-31\"|paidUntil",
                "\"leaveDays\":0|\"leaveDays\":367|leaveDays",
                "\"claims\":[]|\"claims\":[{\"component\":\"wages\",\"label\":\"a\",\"amount\":1,\"state\":\"open\"}]|claims[0].component",
                "\"claims\":[]|\"claims\":[{\"component\":\"bonus\",\"label\":\" \",\"amount\":1,\"state\":\"open\"}]|claims[0].label",
                "\"claims\":[]|\"claims\":[{\"component\":\"bonus\",\"label\":\"a\",\"state\":\"open\"}]|claims[0].amount",
                "\"claims\":[]|\"claims\":[{\"component\":\"bonus\",\"label\":\"a\",\"amount\":1,\"state\":\"paid\"}]|claims[0].state"
            })
    void aMistakeIsNamedWithItsField(String right, String wrong, String field) {
        String body = SettlementRoom.SAID.formatted("0", "[]");
        assertThat(body).contains(right);

        Reply refused = room.hr().call("PUT", room.path(), body.replace(right, wrong));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.text("errors.0.field")).isEqualTo(field);
        assertThat(room.table.ofCase(room.offboarding)).isEmpty();
    }

    @Test
    void hrElsewhereTheLeaverAndStrangersSeeNoSettlement() {
        assertThat(room.elsewhere().call("GET", room.path(), "").status()).isEqualTo(404);
        assertThat(room.leaver().call("GET", room.path(), "").status()).isEqualTo(404);
        assertThat(room.hr()
                        .call("GET", "offboardings/" + UUID.randomUUID() + "/settlement", "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void anAverageWageHasAPlaceDaysAndASource_AndOverlapsWithNoOther() {
        assertThat(room.hr().call("POST", "offboardings/local-wages", "{}").body())
                .contains("country", "place", "from", "until", "average", "source");
        assertThat(room.hr()
                        .call("POST", "offboardings/local-wages", SettlementRoom.WAGE)
                        .text("average"))
                .isEqualTo("12000");
        String later = SettlementRoom.WAGE
                .replace("2026-01-01", "2026-12-31")
                .replace("\"2026-12-31\",\"average\"", "\"2027-12-31\",\"average\"");
        assertThat(room.hr().call("POST", "offboardings/local-wages", later).text("type"))
                .isEqualTo("/problems/local-wage-overlaps");

        String elsewhere = SettlementRoom.WAGE.replace("\"CN\"", "\"DE\"");
        assertThat(room.hr().call("POST", "offboardings/local-wages", elsewhere).text("errors.0.field"))
                .isEqualTo("country");

        Reply listed = room.hr().call("GET", "offboardings/local-wages", "");
        assertThat(listed.text("items.0.place")).isEqualTo("Shanghai");
        String id = listed.text("items.0.id");
        assertThat(room.hr()
                        .call("DELETE", "offboardings/local-wages/" + id, "")
                        .status())
                .isEqualTo(204);
        assertThat(room.hr()
                        .call("DELETE", "offboardings/local-wages/" + id, "")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aSettlementIsSealed_ToldToThePerson_AndErasedWithThem() {
        ready("[{\"component\":\"bonus\",\"label\":\"Zitronengelb\",\"amount\":500,\"state\":\"accepted\"}]");
        room.agree();
        Subject person = Subject.person(room.firm, room.person);

        assertThat(new SettlementRecords(room.table).of(person, "en"))
                .anySatisfy(item -> assertThat(item.fields()).containsEntry("label", "Zitronengelb"))
                .anySatisfy(item -> assertThat(item.fields()).containsEntry("component", "severance"));
        assertThat(sealed()).doesNotContain("Zitronengelb");

        PersonTraces traces = TableTraces.of("settlements", "offboarding_settlement");
        room.database.run(connection -> {
            assertThat(traces.count(connection, person)).containsEntry("settlements", 2L);
            traces.erase(connection, person);
        });
        assertThat(room.table.ofPerson(room.person)).isEmpty();
    }

    private String sealed() {
        return room.database.call(connection -> {
            StringBuilder all = new StringBuilder();
            try (var read = connection.prepareStatement("select content from offboarding_settlement");
                    var row = read.executeQuery()) {
                while (row.next()) {
                    all.append(new String(row.getBytes(1), StandardCharsets.ISO_8859_1));
                }
            }
            return all.toString();
        });
    }

    private void ready(String claims) {
        Reply said = room.ready(claims);
        assertThat(said.status()).as(said.body()).isEqualTo(200);
    }

    private String unzipped(byte[] file) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipFile zip =
                new ZipFile(Files.write(folder.resolve("settlement.xlsx"), file).toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
