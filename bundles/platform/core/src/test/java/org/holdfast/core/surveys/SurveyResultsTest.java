package org.holdfast.core.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.core.surveys.SurveyRoom.scores;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.holdfast.core.access.Role;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** HR is told of groups of at least ten answers, once a round is over, and can work out nothing about fewer. */
class SurveyResultsTest {
    @TempDir
    private Path folder;

    private final SurveyRoom room = new SurveyRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void figuresAreThereOnceTheLastDayIsOverAndNotBefore() {
        List<UUID> people = room.hire(20, null);
        UUID round = room.open("leaveIntent", null);
        room.clock.set(SurveyRoom.DURING);
        people.subList(0, 12).forEach(one -> room.leaveIntent(one, round, 2));
        people.subList(12, 15).forEach(one -> room.leaveIntent(one, round, 5));

        room.sweep("2026-11-15T15:59:59Z");
        assertThat(get(round).text("state")).isEqualTo("open");
        assertThat(get(round).body()).doesNotContain("answered");
        assertThat(room.hr()
                        .call("GET", "surveys/" + round + "/results.xlsx", "")
                        .status())
                .isEqualTo(409);
        room.sweep("2026-11-15T16:00:00Z");
        Reply closed = get(round);

        assertThat(closed.text("state")).as(closed.body()).isEqualTo("closed");
        assertThat(closed.text("results.invited")).isEqualTo("20");
        assertThat(closed.text("results.answered")).isEqualTo("15");
        assertThat(closed.text("results.overall.mean")).isEqualTo("2.6");
        assertThat(closed.text("results.items.0.counts.1")).isEqualTo("12");
        assertThat(closed.text("results.items.0.counts.4")).isEqualTo("3");
        assertThat(room.hr().call("GET", "surveys", "").body()).doesNotContain("invited");
    }

    /** Once it is over nobody can tell who has answered, and no single answer is there any more. */
    @Test
    @Tag("O20")
    void receiptsAndSingleAnswersAreDestroyedAsTheRoundIsClosed() {
        List<UUID> people = room.hire(11, null);
        UUID round = room.open("leaveIntent", null);
        room.clock.set(SurveyRoom.DURING);
        people.forEach(one -> room.leaveIntent(one, round, 2));
        assertThat(room.rows("survey_receipt")).isEqualTo(11);

        room.sweep(SurveyRoom.AFTER);

        assertThat(room.rows("survey_receipt")).isZero();
        assertThat(room.world.database.<Boolean>call(connection -> {
                    try (var read = connection.prepareStatement(
                                    "select count(*) from survey_round where answers is null");
                            var row = read.executeQuery()) {
                        return row.next() && row.getInt(1) == 1;
                    }
                }))
                .isTrue();
    }

    @Test
    @Tag("O19")
    void ofFewerThanTenNothingIsTold() {
        List<UUID> people = room.hire(30, null);
        UUID round = room.open("leaveIntent", null);
        room.clock.set(SurveyRoom.DURING);
        people.subList(0, 9).forEach(one -> room.leaveIntent(one, round, 5));

        room.sweep(SurveyRoom.AFTER);

        Reply closed = get(round);
        assertThat(closed.text("results.tooFew")).isEqualTo("true");
        assertThat(closed.body()).doesNotContain("counts", "\"answered\":9", "\"invited\":30");
    }

    /** Those who gave their names are known to HR: taken off the figures, they would leave the tenth alone. */
    @Test
    @Tag("O19")
    void whoGaveTheirNameHidesNobody() {
        List<UUID> people = room.hire(12, null);
        UUID round = room.open("leaveIntent", null);
        room.clock.set(SurveyRoom.DURING);
        people.subList(0, 9).forEach(one -> {
            room.self(one).call("PUT", "surveys/own/consent", "");
            room.answer(one, round, scores(1, true));
        });
        people.subList(9, 12).forEach(one -> room.leaveIntent(one, round, 5));

        room.sweep(SurveyRoom.AFTER);

        assertThat(get(round).text("results.tooFew")).isEqualTo("true");
    }

    /** Of 12, 14 and 4 answers two parts are hidden: else the four would be what the others leave of the whole. */
    @Test
    @Tag("O19")
    void whatIsHiddenCannotBeWorkedOutFromWhatIsShown() {
        UUID big = room.staff.department(room.firm, "D1", null);
        UUID middle = room.staff.department(room.firm, "D2", null);
        UUID small = room.staff.department(room.firm, "D3", null);
        List<UUID> first = room.hire(14, big);
        List<UUID> second = room.hire(12, middle);
        List<UUID> third = room.hire(11, small);
        UUID round = room.open("leaveIntent", null);
        room.clock.set(SurveyRoom.DURING);
        first.forEach(one -> room.leaveIntent(one, round, 1));
        second.forEach(one -> room.leaveIntent(one, round, 3));
        third.subList(0, 4).forEach(one -> room.leaveIntent(one, round, 5));

        room.sweep(SurveyRoom.AFTER);

        Reply closed = get(round);
        assertThat(closed.text("results.answered")).isEqualTo("30");
        assertThat(closed.text("results.units.0.figures.answers")).isEqualTo("14");
        assertThat(closed.text("results.units.1.figures.answers"))
                .as(closed.body())
                .isEmpty();
        assertThat(closed.text("results.units.2.figures.answers")).isEmpty();
    }

    /** A part of which nobody answered is hidden with another, so that no silence is told. */
    @Test
    @Tag("O19")
    void thatNobodyOfAPartAnsweredIsNotToldEither() {
        UUID big = room.staff.department(room.firm, "D1", null);
        UUID silent = room.staff.department(room.firm, "D2", null);
        List<UUID> first = room.hire(14, big);
        room.hire(12, silent);
        UUID round = room.open("leaveIntent", null);
        room.clock.set(SurveyRoom.DURING);
        first.forEach(one -> room.leaveIntent(one, round, 1));

        room.sweep(SurveyRoom.AFTER);

        assertThat(get(round).text("results.answered")).isEqualTo("14");
        assertThat(get(round).text("results.units.0.figures.answers")).isEmpty();
        assertThat(get(round).text("results.units.1.figures.answers")).isEmpty();
    }

    @Test
    void needsAreRankedAndRecommendationIsPromotersLessDetractors() {
        List<UUID> people = room.hire(20, null);
        UUID round = room.open("stay", null);
        room.clock.set(SurveyRoom.DURING);
        people.subList(0, 10).forEach(one -> stay(one, round, 9, "growth"));
        people.subList(10, 15).forEach(one -> stay(one, round, 6, "leadership"));
        people.subList(15, 20).forEach(one -> stay(one, round, 8, "growth"));

        room.sweep(SurveyRoom.AFTER);

        Reply closed = get(round);
        assertThat(closed.text("results.overall.recommendation"))
                .as(closed.body())
                .isEqualTo("25");
        assertThat(closed.text("results.keeps.0.code")).isEqualTo("growth");
        assertThat(closed.text("results.keeps.0.count")).isEqualTo("15");
        assertThat(closed.text("results.keeps.1.count")).isEqualTo("5");
    }

    @Test
    void aRoundIsComparedWithTheOneBeforeOfTheSamePeople() {
        List<UUID> people = room.hire(12, null);
        UUID before = room.open("leaveIntent", null);
        room.clock.set(SurveyRoom.DURING);
        people.forEach(one -> room.leaveIntent(one, before, 4));
        room.sweep("2027-01-10T02:00:00Z");
        UUID now = room.open("leaveIntent", null, "2027-01-11", "2027-01-15");
        room.clock.set("2027-01-12T02:00:00Z");
        people.forEach(one -> room.leaveIntent(one, now, 2));
        room.sweep("2027-01-20T02:00:00Z");

        Reply closed = get(now);

        assertThat(closed.text("results.overall.mean")).isEqualTo("2.0");
        assertThat(closed.text("results.before.figures.mean")).isEqualTo("4.0");
        assertThat(closed.text("results.before.id")).isEqualTo(before.toString());
    }

    @Test
    void theSameIsNotAskedTwiceWithinAMonthNorOfFewPeople() {
        UUID division = room.staff.department(room.firm, "D1", null);
        UUID lone = room.staff.department(room.firm, "D2", null);
        room.hire(12, division);
        room.hire(9, lone);
        room.open("leaveIntent", division);

        assertThat(opening("leaveIntent", null, "2026-12-14", "2026-12-20").text("type"))
                .isEqualTo("/problems/survey-overlaps");
        assertThat(opening("leaveIntent", lone, "2026-11-09", "2026-11-15").text("type"))
                .isEqualTo("/problems/survey-too-few");
        assertThat(opening("stay", null, "2026-11-09", "2026-11-15").status()).isEqualTo(200);
        assertThat(opening("leaveIntent", null, "2026-12-16", "2026-12-20").status())
                .isEqualTo(200);
    }

    @Test
    void whatIsNoRoundIsRefusedFieldByField() {
        Reply none = room.hr().call("POST", "surveys", "{\"subsidiaryId\":\"%s\"}".formatted(room.firm));
        Reply days = draft("stay", null, "2026-11-01", "2026-10-31");

        assertThat(none.status()).isEqualTo(400);
        assertThat(none.body()).contains("kind", "firstDay", "lastDay");
        assertThat(days.body()).contains("past", "surveyDays");
        assertThat(draft("stay", UUID.randomUUID(), "2026-11-09", "2026-11-15").body())
                .contains("departmentId");
    }

    @Test
    void whatWasAnsweredIsDestroyedWithARoundThatIsCalledOff() {
        List<UUID> people = room.hire(12, null);
        UUID round = room.open("leaveIntent", null);
        room.clock.set(SurveyRoom.DURING);
        people.forEach(one -> room.leaveIntent(one, round, 4));

        Reply cancelled = room.hr().call("POST", "surveys/" + round + "/cancellation", "");

        assertThat(cancelled.text("state")).isEqualTo("cancelled");
        assertThat(room.rows("survey_receipt")).isZero();
        assertThat(room.leaveIntent(people.get(0), round, 4).status()).isEqualTo(409);
        room.sweep(SurveyRoom.AFTER);
        assertThat(get(round).text("state")).isEqualTo("cancelled");
        assertThat(room.hr()
                        .call("POST", "surveys/" + round + "/cancellation", "")
                        .text("type"))
                .isEqualTo("/problems/survey-state");
    }

    @Test
    void hrElsewhereFindsNoneOfIt() {
        room.hire(12, null);
        UUID round = room.open("leaveIntent", null);
        UUID far = room.staff.subsidiary("S2", "Asia/Shanghai");
        var elsewhere = room.api(Role.SUBSIDIARY_HR, Set.of(far));

        assertThat(elsewhere.call("GET", "surveys", "").text("total")).isEqualTo("0");
        assertThat(elsewhere.call("GET", "surveys/" + round, "").status()).isEqualTo(404);
        assertThat(elsewhere
                        .call("POST", "surveys/" + round + "/cancellation", "")
                        .status())
                .isEqualTo(404);
        assertThat(room.api(Role.HQ_ANALYST, Set.of())
                        .call("GET", "surveys/" + round, "")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void theSheetHoldsTheFiguresAndNoFormulaThatRuns() throws IOException {
        UUID unit = room.staff.department(room.firm, "=1+1", null);
        List<UUID> people = room.hire(12, unit);
        UUID round = room.open("leaveIntent", unit);
        room.clock.set(SurveyRoom.DURING);
        people.forEach(one -> room.leaveIntent(one, round, 4));
        room.sweep(SurveyRoom.AFTER);

        String sheet = unzipped(
                room.hr().call("GET", "surveys/" + round + "/results.xlsx", "").bytes());

        assertThat(sheet).contains("Intention to leave", "I often think about leaving", "12");
        assertThat(sheet).doesNotContain("<f>");
    }

    @Test
    @Tag("O11")
    void resultsGoWhenTheirTimeIsOver() {
        room.hire(12, null);
        UUID round = room.open("leaveIntent", null);
        room.sweep("2029-11-15T02:00:00Z");
        assertThat(get(round).status()).isEqualTo(200);

        room.sweep("2029-11-16T02:00:00Z");

        assertThat(get(round).status()).isEqualTo(404);
    }

    private Reply get(UUID round) {
        return room.hr().call("GET", "surveys/" + round, "");
    }

    private void stay(UUID person, UUID round, int recommend, String need) {
        room.answer(person, round, "{\"scores\":{\"recommend\":%d},\"keeps\":[\"%s\"]}".formatted(recommend, need));
    }

    private Reply draft(String kind, UUID unit, String first, String last) {
        String department = unit == null ? "" : ",\"departmentId\":\"" + unit + '"';
        return room.hr()
                .call(
                        "POST",
                        "surveys",
                        "{\"kind\":\"%s\",\"subsidiaryId\":\"%s\"%s,\"firstDay\":\"%s\",\"lastDay\":\"%s\"}"
                                .formatted(kind, room.firm, department, first, last));
    }

    private Reply opening(String kind, UUID unit, String first, String last) {
        return room.hr()
                .call("POST", "surveys/" + draft(kind, unit, first, last).text("id") + "/opening", "");
    }

    private String unzipped(byte[] book) throws IOException {
        StringBuilder all = new StringBuilder();
        try (ZipFile file =
                new ZipFile(Files.write(folder.resolve("survey.xlsx"), book).toFile())) {
            for (ZipEntry entry : Collections.list(file.entries())) {
                all.append(new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }
}
