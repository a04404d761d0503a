package org.holdfast.core.knowledge.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.holdfast.core.offboarding.Statements;
import org.holdfast.core.offboarding.cases.ExitCases.Stage;
import org.holdfast.core.people.Employee;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A talk about the handover, minutes of it, and three who sign what they have read. */
class MeetingsTest {
    private final MeetingRoom meetings = new MeetingRoom();

    @AfterEach
    void close() {
        meetings.close();
    }

    @Test
    @Tag("E1")
    void hrSetsDayAndHour_AndThreeSignTheMinutes() {
        Reply none = meetings.seen();
        assertThat(none.text("version")).isEqualTo("0");
        assertThat(none.text("zone")).isEqualTo("Asia/Shanghai");
        assertThat(none.text("suggested.0.part")).isEqualTo("head");
        meetings.room.clock.set(MeetingRoom.BEFORE);

        Reply set = meetings.writes(0, "");

        assertThat(set.status()).as(set.body()).isEqualTo(200);
        assertThat(set.text("meeting.startsAt")).isEqualTo("2026-06-10T14:00:00+08:00");
        assertThat(set.text("meeting.signers.0.state")).isEqualTo("waiting");
        assertThat(meetings.own(meetings.room.colleague).text("own.items.0.signs"))
                .isEqualTo("false");
        meetings.room.clock.set(MeetingRoom.AFTER);
        assertThat(meetings.writes(1, MeetingRoom.SAID).text("meeting.signed")).isEqualTo("false");
        assertThat(meetings.own(meetings.room.leaver).text("own.items.0.signs")).isEqualTo("true");

        meetings.allSign();

        Reply signed = meetings.seen();
        assertThat(signed.text("meeting.signed")).as(signed.body()).isEqualTo("true");
        assertThat(signed.text("meeting.signers.2.part")).isEqualTo("head");
        assertThat(signed.text("meeting.signers.2.at")).isEqualTo("2026-06-10T15:30:00+08:00");
        assertThat(meetings.own(meetings.room.leaver).text("own.items.0.meeting.minutes"))
                .isEqualTo(MeetingRoom.SAID);
    }

    @Test
    void whatIsStillOpenStandsInTheMinutesInTheReadersLanguage() {
        meetings.writes(0, MeetingRoom.SAID);

        Reply read = meetings.room.hr().with("Accept-Language", "zh").call("GET", meetings.path(), "");

        assertThat(read.text("meeting.open.0")).as(read.body()).isEqualTo("需求文档");
    }

    @Test
    void hrSeesWhoHasNotSigned() {
        meetings.writes(0, MeetingRoom.SAID);
        meetings.signs(meetings.room.colleague);

        Reply read = meetings.seen();

        assertThat(read.text("meeting.signers.0.state")).isEqualTo("waiting");
        assertThat(read.text("meeting.signers.1.state")).isEqualTo("signed");
        assertThat(read.text("meeting.signers.2.state")).isEqualTo("waiting");
        assertThat(read.text("meeting.signed")).isEqualTo("false");
    }

    @Test
    @Tag("E1")
    void changedMinutesAreSignedAnew_AndSayWhoSignedTheOldOnes() {
        meetings.wanted();
        meetings.writes(0, MeetingRoom.SAID);
        meetings.allSign();
        assertThat(meetings.listed("state")).isEqualTo("accepted");
        String old = meetings.seen().text("meeting.digest");

        Reply changed = meetings.writes(1, "Something else");

        assertThat(changed.text("meeting.signed")).as(changed.body()).isEqualTo("false");
        assertThat(changed.text("meeting.signers.0.state")).isEqualTo("outdated");
        assertThat(changed.text("meeting.signers.0.at")).isEqualTo("2026-06-10T15:30:00+08:00");
        assertThat(meetings.listed("state")).isEqualTo("open");
        assertThat(problem(meetings.says(meetings.room.leaver, "signature", old, "")))
                .isEqualTo("meeting-changed");
        meetings.allSign();
        assertThat(meetings.seen().text("meeting.signed")).isEqualTo("true");
        assertThat(meetings.listed("state")).isEqualTo("accepted");
        assertThat(signatures()).isEqualTo(6);
    }

    @Test
    void theSameSentTwiceIsWrittenOnceAndVoidsNothing() {
        meetings.writes(0, MeetingRoom.SAID);
        meetings.allSign();

        Reply again = meetings.writes(0, MeetingRoom.SAID);
        meetings.signs(meetings.room.leaver);

        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.text("version")).isEqualTo("1");
        assertThat(again.text("meeting.signed")).isEqualTo("true");
        assertThat(signatures()).isEqualTo(3);
    }

    @Test
    void whoeverWritesOverAnotherIsTold() {
        meetings.writes(0, "one");
        meetings.writes(1, "two");

        Reply late = meetings.writes(1, "three");

        assertThat(late.status()).isEqualTo(409);
        assertThat(problem(late)).isEqualTo("meeting-changed");
        assertThat(meetings.seen().text("meeting.minutes")).isEqualTo("two");
    }

    @Test
    void whoDoesNotAgreeSaysWhy_AndMaySignLater() {
        meetings.writes(0, MeetingRoom.SAID);

        Reply refused = meetings.refuses(meetings.room.colleague, "The valve is not there");
        meetings.refuses(meetings.room.colleague, "The valve is not there");

        assertThat(refused.status()).as(refused.body()).isEqualTo(200);
        assertThat(meetings.seen().text("meeting.signers.1.state")).isEqualTo("refused");
        assertThat(meetings.seen().text("meeting.signers.1.reason")).isEqualTo("The valve is not there");
        assertThat(signatures()).isEqualTo(1);
        meetings.allSign();
        assertThat(meetings.seen().text("meeting.signed")).isEqualTo("true");
        assertThat(problem(meetings.refuses(meetings.room.colleague, "After all")))
                .isEqualTo("meeting-signed");
        assertThat(meetings.seen().text("meeting.signers.1.state")).isEqualTo("signed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   "})
    void noReasonIsNoRefusal(String reason) {
        meetings.writes(0, MeetingRoom.SAID);

        assertThat(meetings.refuses(meetings.room.leaver, reason).text("errors.0.field"))
                .isEqualTo("reason");
    }

    @Test
    void nobodySignsBeforeTheMeetingOrWithoutMinutes() {
        meetings.room.clock.set(MeetingRoom.BEFORE);
        meetings.writes(0, MeetingRoom.SAID);
        assertThat(problem(meetings.signs(meetings.room.leaver))).isEqualTo("meeting-not-held");

        meetings.room.clock.set(MeetingRoom.AFTER);
        meetings.writes(1, "");

        assertThat(problem(meetings.signs(meetings.room.leaver))).isEqualTo("meeting-no-minutes");
        assertThat(signatures()).isZero();
    }

    @Test
    @Tag("D7")
    void theStepWaitsForTheMeetingWhereTheListDemandsIt_AndForNobodyElses() {
        waiveAllBut("meeting");
        assertThatCode(this::prove).doesNotThrowAnyException();
        meetings.wanted();
        refused("HANDOVER_MEETING_UNSIGNED");

        meetings.writes(0, MeetingRoom.SAID);
        meetings.signs(meetings.room.leaver);
        meetings.signs(meetings.room.colleague);
        refused("HANDOVER_MEETING_UNSIGNED");
        meetings.signs(meetings.room.boss);

        assertThatCode(this::prove).doesNotThrowAnyException();
    }

    @Test
    void aMeetingIsAcceptedBySignaturesAlone() {
        meetings.wanted();

        Reply given = meetings.room
                .self(meetings.room.leaver)
                .call("POST", "knowledge/own/items/" + meetings.listed("id") + "/handover", "{\"version\":1}");

        assertThat(problem(given)).isEqualTo("handover-by-signatures");
        assertThat(meetings.listed("state")).isEqualTo("open");
    }

    @Test
    void aMeetingThatComesOntoTheListAfterItWasSignedIsAccepted_AlsoWhenHrWantsItAfterAll() {
        meetings.writes(0, MeetingRoom.SAID);
        meetings.allSign();

        meetings.wanted();
        assertThat(meetings.listed("state")).isEqualTo("accepted");
        Reply changed = meetings.writes(1, "Something else");
        assertThat(changed.status()).isEqualTo(200);
        step("waiver");
        meetings.allSign();
        assertThat(meetings.listed("state")).isEqualTo("waived");
        step("demand");

        assertThat(meetings.listed("state")).isEqualTo("accepted");
    }

    @Test
    void nobodyGetsAMeeting() {
        meetings.wanted();

        Reply changed = meetings.room
                .hr()
                .call(
                        "PUT",
                        meetings.room.path() + "/items/" + meetings.listed("id"),
                        "{\"version\":1,\"mandatory\":true,\"recipientId\":\"" + meetings.room.colleague + "\"}");

        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(meetings.listed("recipientId")).isEqualTo("null");
    }

    @Test
    void theSuperiorSetsItToo_OthersDoNotEvenSeeIt() {
        Reply set = meetings.room
                .superior()
                .call("PUT", meetings.path(), MeetingRoom.body(0, "x", meetings.room.colleague, meetings.room.boss));
        assertThat(set.status()).as(set.body()).isEqualTo(200);

        UUID stranger = meetings.room.staff.hire(meetings.room.firm, null);
        assertThat(meetings.room.elsewhere().call("GET", meetings.path(), "").status())
                .isEqualTo(404);
        assertThat(meetings.own(stranger).text("own.items.0.zone")).isEmpty();
        assertThat(meetings.signs(stranger).status()).isEqualTo(404);
        assertThat(signatures()).isZero();
    }

    @Test
    void whoGoesOnAndIsTheHeadSignsOnceForBoth() {
        meetings.room
                .hr()
                .call(
                        "PUT",
                        meetings.path(),
                        MeetingRoom.body(0, MeetingRoom.SAID, meetings.room.boss, meetings.room.boss));

        meetings.signs(meetings.room.boss);
        meetings.signs(meetings.room.leaver);

        assertThat(meetings.seen().text("meeting.signed")).isEqualTo("true");
    }

    @Test
    void whoLeavesSignsForNobodyElse() {
        UUID leaver = meetings.room.leaver;

        assertThat(put(MeetingRoom.body(0, "x", leaver, meetings.room.boss)).text("errors.0.field"))
                .isEqualTo("successorIds");
        assertThat(put(MeetingRoom.body(0, "x", meetings.room.colleague, leaver))
                        .text("errors.0.field"))
                .isEqualTo("headId");
    }

    @Test
    void whoHasLeftSignsNoMore_AndHrNamesSomebodyElse() {
        meetings.writes(0, MeetingRoom.SAID);
        meetings.room.staff.status(meetings.room.colleague, Employee.Status.LEFT);

        assertThat(problem(meetings.signs(meetings.room.colleague))).isEqualTo("meeting-signer-left");
        assertThat(meetings.seen().text("meeting.signers.1.state")).isEqualTo("left");
        assertThat(meetings.writes(1, "other").text("errors.0.field")).isEqualTo("successorIds");

        UUID next = meetings.room.staff.hire(meetings.room.firm, meetings.room.boss);
        put(MeetingRoom.body(1, MeetingRoom.SAID, next, meetings.room.boss));
        meetings.signs(meetings.room.leaver);
        meetings.signs(next);
        meetings.signs(meetings.room.boss);
        assertThat(meetings.seen().text("meeting.signed")).isEqualTo("true");
        assertThat(meetings.signs(meetings.room.colleague).status()).isEqualTo(404);
    }

    @Test
    void whoSignedBeforeTheyLeftHasSigned() {
        meetings.writes(0, MeetingRoom.SAID);
        meetings.signs(meetings.room.leaver);
        meetings.room.staff.status(meetings.room.leaver, Employee.Status.LEFT);

        assertThat(meetings.seen().text("meeting.signers.0.state")).isEqualTo("signed");
    }

    @Test
    void aCaseThatWasTakenBackIsNeitherChangedNorSigned() {
        meetings.writes(0, MeetingRoom.SAID);
        meetings.room.cases.stage(Stage.WITHDRAWN);

        assertThat(problem(meetings.writes(1, "x"))).isEqualTo("handover-withdrawn");
        assertThat(problem(meetings.signs(meetings.room.leaver))).isEqualTo("handover-withdrawn");
        assertThat(meetings.own(meetings.room.leaver).text("own.items.0.zone")).isEmpty();
        assertThat(meetings.seen().text("may.0")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1999-12-31T23:59:00|[C]|B|startsAt",
                "2026-06-10T14:00:00|[]|B|successorIds",
                "2026-06-10T14:00:00|null|B|successorIds",
                "2026-06-10T14:00:00|[C,C]|B|successorIds",
                "2026-06-10T14:00:00|[null]|B|successorIds",
                "2026-06-10T14:00:00|[\"00000000-0000-0000-0000-000000000000\"]|B|successorIds",
                "2026-06-10T14:00:00|[C]|null|headId",
                "2026-06-10T14:00:00|[C]|\"00000000-0000-0000-0000-000000000000\"|headId",
            })
    void whatCannotBeIsNamed(String at, String successors, String head, String field) {
        String all = successors.replace("C", MeetingRoom.quoted(meetings.room.colleague));
        String boss = head.replace("B", MeetingRoom.quoted(meetings.room.boss));

        Reply sent = put(MeetingRoom.body(0, at, "x", all, boss));

        assertThat(sent.status()).as(sent.body()).isEqualTo(400);
        assertThat(sent.text("errors.0.field")).isEqualTo(field);
        assertThat(meetings.seen().text("version")).isEqualTo("0");
    }

    @Test
    void whatIsTooLongOrNoTimeOrMissingIsRefused() {
        assertThat(meetings.writes(0, "x".repeat(20_001)).text("errors.0.field"))
                .isEqualTo("minutes");
        assertThat(put(MeetingRoom.body(0, "tomorrow", "x", "[]", "null")).status())
                .isEqualTo(400);
        assertThat(put("{}").text("errors.0.field")).isEqualTo("version");
        assertThat(put("").status()).isEqualTo(400);
        assertThat(meetings.seen().text("version")).isEqualTo("0");
    }

    @Test
    void ofThoseWhoSignAtOnceTheLastIsSeenToBeTheLast() throws Exception {
        meetings.wanted();
        meetings.writes(0, MeetingRoom.SAID);
        String digest = meetings.seen().text("meeting.digest");
        List<Callable<Reply>> all = new ArrayList<>();
        for (UUID one : List.of(meetings.room.leaver, meetings.room.colleague, meetings.room.boss)) {
            all.add(() -> meetings.says(one, "signature", digest, ""));
            all.add(() -> meetings.says(one, "signature", digest, ""));
        }
        ExecutorService threads = Executors.newFixedThreadPool(all.size());
        try {
            for (Future<Reply> reply : threads.invokeAll(all)) {
                assertThat(reply.get().status()).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(meetings.seen().text("meeting.signed")).isEqualTo("true");
        assertThat(meetings.listed("state")).isEqualTo("accepted");
        assertThat(signatures()).isEqualTo(3);
    }

    @Test
    void erasureTakesTheMeetingWithWhoLeaves_AndTheNameFromWhoSigned() {
        meetings.writes(0, MeetingRoom.SAID);
        meetings.allSign();
        Subject colleague = Subject.person(meetings.room.firm, meetings.room.colleague);
        Subject leaver = Subject.person(meetings.room.firm, meetings.room.leaver);
        MeetingTraces traces = new MeetingTraces();

        meetings.room.database.run(connection -> {
            assertThat(traces.count(connection, colleague)).containsEntry("handoverMeetings", 1L);
            traces.erase(connection, colleague);
            assertThat(traces.count(connection, colleague)).isEmpty();
        });
        assertThat(meetings.seen().text("meeting.signers.1.employeeId")).isEqualTo("null");
        assertThat(meetings.seen().text("meeting.signed")).isEqualTo("true");
        meetings.room.database.run(connection -> traces.erase(connection, leaver));

        assertThat(meetings.seen().text("version")).isEqualTo("0");
        meetings.room.database.run(
                connection -> assertThat(traces.count(connection, leaver)).isEmpty());
        assertThat(signatures()).isZero();
    }

    @Test
    void anExportTellsWhoLeavesTheMinutes_AndOthersOnlyThatTheySigned() {
        meetings.writes(0, MeetingRoom.SAID);
        meetings.allSign();

        assertThat(meetings.records.of(Subject.person(meetings.room.firm, meetings.room.leaver), "en"))
                .singleElement()
                .satisfies(item -> assertThat(item.fields())
                        .containsEntry("text", MeetingRoom.SAID)
                        .containsEntry("state", "signed")
                        .containsEntry("roles", "leaver"));
        assertThat(meetings.records.of(Subject.person(meetings.room.firm, meetings.room.colleague), "en"))
                .singleElement()
                .satisfies(item ->
                        assertThat(item.fields()).doesNotContainKey("text").containsEntry("roles", "successor"));
    }

    @Test
    void nothingThatWasSaidLiesPlainInTheDatabase() {
        meetings.writes(0, MeetingRoom.SAID);
        meetings.refuses(meetings.room.colleague, "The valve is not there");

        List<byte[]> kept = meetings.room.database.call(connection -> Statements.query(
                connection,
                "select content from knowledge_meeting union all select content from knowledge_meeting_signature",
                row -> row.getBytes(1)));

        assertThat(kept)
                .hasSize(2)
                .allSatisfy(bytes -> assertThat(new String(bytes)).doesNotContain("valve", "press"));
    }

    private static String problem(Reply reply) {
        return reply.text("type").replace("/problems/", "");
    }

    private Reply put(String body) {
        return meetings.room.hr().call("PUT", meetings.path(), body);
    }

    private void prove() {
        meetings.room.proof().require(meetings.room.caseId);
    }

    private void refused(String code) {
        assertThatThrownBy(this::prove)
                .isInstanceOfSatisfying(
                        RestException.class, e -> assertThat(e.code().name()).isEqualTo(code));
    }

    private void step(String what) {
        Reply done = meetings.room
                .hr()
                .call(
                        "POST",
                        meetings.room.path() + "/items/" + meetings.listed("id") + "/" + what,
                        "{\"version\":" + meetings.listed("version") + ",\"reason\":\"Why\"}");
        assertThat(done.status()).as(done.body()).isEqualTo(200);
    }

    /** HR does without everything of the template. */
    private void waiveAllBut(String kind) {
        meetings.room.waive(item -> !item.equals(kind));
    }

    private int signatures() {
        return meetings.room.database.call(connection -> Statements.query(
                        connection, "select count(*) from knowledge_meeting_signature", row -> row.getInt(1))
                .get(0));
    }
}
