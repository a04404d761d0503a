package org.holdfast.core.retention.programmes;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** HR plans for a cohort; somebody else approves it; whom it is for is fixed once it begins. */
class ProgrammesTest {
    private final ProgrammeRoom room = new ProgrammeRoom();
    private final String unit = ProgrammeRoom.in(room.unit);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void programmeIsPutForwardApprovedBySomebodyElseAndCarriedOut() {
        room.hire(room.part, 2, ProgrammeRoom.HIRED);
        String id = room.draft(unit);

        assertThat(room.step(room.hr(), id, "start").text("type")).isEqualTo("/problems/programme-state");
        assertThat(room.step(room.hr(), id, "submit").text("state")).isEqualTo("submitted");
        assertThat(room.step(room.hr(), id, "approve").text("type")).isEqualTo("/problems/own-programme");
        assertThat(room.step(room.hrWho(room.head), id, "approve").text("type"))
                .as("HR of the subsidiary is not asked")
                .isEqualTo("/problems/not-asked-programme");
        Reply approved = room.step(room.groupHr(), id, "approve");
        assertThat(approved.text("state")).as(approved.body()).isEqualTo("approved");
        assertThat(room.step(room.hr(), id, "start").text("days.startedOn")).isEqualTo("2026-01-15");
        Reply over = room.step(room.hr(), id, "finish");
        assertThat(over.text("state")).isEqualTo("finished");
        assertThat(over.text("steps.0.what")).isEqualTo("finished");
        assertThat(over.text("steps.4.by")).isEqualTo("hr.wang");
        assertThat(room.step(room.hr(), id, "cancel").text("type"))
                .as("what is over stays as it is")
                .isEqualTo("/problems/programme-state");
    }

    @Test
    void whoApprovesThePlansOfTheSubsidiaryApprovesItsProgrammes() {
        room.approver.is(room.firm, room.head);
        String id = room.draft(unit);
        assertThat(room.step(room.hr(), id, "submit").text("approver"))
                .isEqualTo(room.staff.people.card(room.head).orElseThrow().name());

        assertThat(room.step(room.hrWho(room.head), id, "approve").text("state"))
                .isEqualTo("approved");
    }

    @Test
    void givenBackProgrammeIsADraftAgainAndSoIsAReopenedOne() {
        String id = room.draft(unit);
        room.step(room.hr(), id, "submit");
        assertThat(put(id, room.fields(unit, ",\"version\":1")).text("type")).isEqualTo("/problems/programme-state");
        assertThat(room.step(room.groupHr(), id, "return").text("state")).isEqualTo("draft");
        room.step(room.hr(), id, "submit");
        room.step(room.groupHr(), id, "approve");
        Reply reopened = room.step(room.hr(), id, "reopen");
        assertThat(reopened.text("state")).isEqualTo("draft");
        assertThat(room.step(room.hr(), id, "start").text("type"))
                .as("what was changed has to be approved anew")
                .isEqualTo("/problems/programme-state");
    }

    @Test
    void whoJoinsLaterDoesNotBelongToItAndWhoLeavesDoes() {
        List<UUID> first = room.hire(room.part, 3, ProgrammeRoom.HIRED);
        String id = room.begun(unit);
        UUID late = room.hire(room.part, 1, LocalDate.of(2026, 2, 1)).get(0);
        room.staff.leaves(first.get(0), LocalDate.of(2026, 3, 1), "voluntary");
        room.world.clock.set("2026-05-01T02:00:00Z");

        Reply members = room.hr().call("GET", "programmes/" + id + "/cohort", "");

        assertThat(members.text("total")).as("the boss works there, too").isEqualTo("4");
        assertThat(members.body())
                .contains("\"id\":\"" + first.get(0))
                .contains("\"id\":\"" + first.get(2))
                .doesNotContain("\"id\":\"" + late);
        assertThat(room.hr().call("GET", "programmes/" + id, "").text("people")).isEqualTo("4");
    }

    @Test
    @Tag("O3")
    @Tag("O9")
    void nobodyCanBeChosenByAnythingButStructure() {
        assertThat(Arrays.stream(Cohort.class.getRecordComponents()).map(RecordComponent::getName))
                .as("a further criterion needs a purpose: see decision 0051")
                .containsExactlyInAnyOrder(
                        "departmentIds",
                        "families",
                        "grades",
                        "tenureFrom",
                        "tenureTo",
                        "keyPost",
                        "noPromotionMonths");
    }

    @ParameterizedTest
    @Tag("O3")
    @Tag("O9")
    @ValueSource(
            strings = {
                "{\"minScore\":8}",
                "{\"band\":\"high\"}",
                "{\"alertIds\":[]}",
                "{\"gender\":\"f\"}",
                "{\"jobSite\":true}",
                "{\"personIds\":[]}"
            })
    void criterionThatIsNotStructuralIsRefusedAndNothingIsBegun(String cohort) {
        assertThat(refused("POST", "programmes", room.fields(cohort, ""))).isEqualTo(400);
        assertThat(refused("POST", "programmes/preview", preview(cohort))).isEqualTo(400);
        assertThat(room.table.all()).isEmpty();
    }

    @Test
    void hrSeesWhoItWouldBeForBeforeItBegins() {
        List<UUID> two = room.hire(room.part, 2, LocalDate.of(2025, 6, 1));

        Reply fresh = room.hr()
                .call(
                        "POST",
                        "programmes/preview",
                        preview("{\"departmentIds\":[\"" + room.unit + "\"],\"tenureTo\":12}"));

        assertThat(fresh.text("people")).as(fresh.body()).isEqualTo("2");
        assertThat(fresh.body()).contains("\"id\":\"" + two.get(0)).contains("\"id\":\"" + two.get(1));
        assertThat(room.table.all()).isEmpty();
    }

    @Test
    void nobodyWhoMeetsTheCriteriaMeansNothingBegins() {
        String id = room.draft("{\"grades\":[\"P99\"]}");
        room.step(room.hr(), id, "submit");
        room.step(room.groupHr(), id, "approve");

        assertThat(room.step(room.hr(), id, "start").text("type")).isEqualTo("/problems/cohort-empty");
        assertThat(room.hr().call("GET", "programmes/" + id, "").text("state")).isEqualTo("approved");
    }

    @Test
    void secondOfTwoEditorsIsToldAndLosesNothing() {
        String id = room.draft(unit);
        String first = room.fields(unit, ",\"version\":0").replace("Track", "Technical track");
        assertThat(put(id, first).text("title")).isEqualTo("Technical track");

        Reply second = put(id, room.fields(unit, ",\"version\":0").replace("2026-01-16", "2026-01-19"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.text("type")).isEqualTo("/problems/programme-changed");
        Reply now = room.hr().call("GET", "programmes/" + id, "");
        assertThat(now.text("title")).as("the first one's work stands").isEqualTo("Technical track");
        assertThat(now.text("steps.0.changes.0")).isEqualTo("title");
        assertThat(now.text("steps.0.by")).isEqualTo("hr.wang");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"title":" "}                                                                | title                    | missing
            {"template":"nowhere"}                                                       | template                 | unknown
            {"cohort":{"departmentIds":["00000000-0000-0001-0000-000000000001"]}}        | cohort.departmentIds     | unknown
            {"cohort":{"departmentIds":[null]}}                                          | cohort.departmentIds     | missing
            {"cohort":{"tenureFrom":-1}}                                                 | cohort.tenureFrom        | range
            {"cohort":{"tenureFrom":12,"tenureTo":6}}                                    | cohort.tenureTo          | range
            {"ownerId":"00000000-0000-0001-0000-000000000001"}                           | ownerId                  | unknown
            {"actions":[{"kind":"bribe","title":"x"}]}                                   | actions[0].kind          | unknown
            {"actions":[null]}                                                           | actions[0]               | missing
            {"actions":[{"kind":"pay","title":"x","cost":{"amount":100}}]}               | actions[0].cost.currency | missing
            {"terms":{"budget":{"amount":100}}}                                          | terms.budget.currency    | missing
            {"terms":{"budget":{"amount":-1,"currency":"CNY"}}}                          | terms.budget.amount      | range
            {"terms":{"dueOn":"2026-01-17"}}                                             | terms.dueOn              | dayOff
            {"terms":{"dueOn":"2026-02-17"}}                                             | terms.dueOn              | dayOff
            {"terms":{"dueOn":"2026-01-14"}}                                             | terms.dueOn              | past
            {"terms":{"startOn":"2026-02-02","dueOn":"2026-01-16"}}                      | terms.dueOn              | beforeStart
            """)
    void whatIsWrongIsSaidByField(String more, String field, String code) {
        String title = more.contains("\"title\":\" \"") ? "" : ",\"title\":\"Track\"";
        Reply refused = room.hr()
                .call(
                        "POST",
                        "programmes",
                        "{\"subsidiaryId\":\"" + room.firm + "\"" + title + "," + more.substring(1));

        assertThat(refused.status()).as(refused.body()).isEqualTo(400);
        assertThat(refused.text("errors.0.field")).isEqualTo(field);
        assertThat(refused.text("errors.0.code")).isEqualTo(code);
        assertThat(room.table.all()).isEmpty();
    }

    @Test
    void costsInTwoCurrenciesAreNoSum() {
        String actions =
                ",\"actions\":[{\"kind\":\"pay\",\"title\":\"Raise\",\"cost\":{\"amount\":1,\"currency\":\"CNY\"}},"
                        + "{\"kind\":\"training\",\"title\":\"Course\",\"cost\":{\"amount\":1,\"currency\":\"EUR\"}}]";

        Reply refused = room.hr().call("POST", "programmes", room.fields(unit, actions));

        assertThat(refused.text("errors.0.field")).isEqualTo("actions[1].cost.currency");
        assertThat(refused.text("errors.0.code")).isEqualTo("otherCurrency");
    }

    @Test
    void nothingIsPutForwardWithoutAnActionAndADay() {
        String id = room.hr()
                .call("POST", "programmes", room.fields(unit, "").replace(",\"terms\":{\"dueOn\":\"2026-01-16\"}", ""))
                .text("id");

        Reply refused = room.step(room.hr(), id, "submit");

        assertThat(refused.text("errors.0.field")).isEqualTo("actions");
        assertThat(refused.text("errors.1.field")).isEqualTo("terms.dueOn");
    }

    private Reply put(String id, String body) {
        return room.hr().call("PUT", "programmes/" + id, body);
    }

    private int refused(String method, String path, String body) {
        MemoryServer hr = room.hr();
        return hr.call(method, path, body).status();
    }

    private String preview(String cohort) {
        return "{\"subsidiaryId\":\"" + room.firm + "\",\"cohort\":" + cohort + "}";
    }
}
