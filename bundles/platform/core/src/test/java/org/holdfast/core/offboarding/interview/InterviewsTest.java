package org.holdfast.core.offboarding.interview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.offboarding.cases.ExitCases.ExitCase;
import org.holdfast.core.offboarding.cases.ExitCases.Stage;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who leaves is asked once, freely and in confidence; what they said stays as they said it. */
class InterviewsTest {
    private static final String OWN = "offboardings/own/exit-interview";
    private static final String UNSAID = "{\"version\":%d,\"answers\":[{\"question\":\"say\",\"text\":\"%s\"}]}";

    private final InterviewRoom room = new InterviewRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void whoLeavesFillsItInAndTheStepIsDone() {
        InterviewProof proof = new InterviewProof(room.table);
        assertThatThrownBy(() -> proof.require(room.offboarding)).isInstanceOf(RestException.class);
        room.offered(true);
        assertThatThrownBy(() -> proof.require(room.offboarding)).isInstanceOf(RestException.class);
        Reply asked = room.self().call("GET", OWN, "");
        assertThat(asked.text("state")).as(asked.body()).isEqualTo("offered");
        assertThat(asked.text("form.sections.0.questions.0.texts.de")).isEqualTo("Meine Aufgaben passten zu mir.");

        Reply said = room.self()
                .call("POST", OWN + "/answers", InterviewRoom.answers(1, UUID.randomUUID(), 5, ",\"talk\":false"));

        assertThat(said.text("state")).as(said.body()).isEqualTo("held");
        proof.require(room.offboarding);
        assertThat(room.completed).containsExactly(room.offboarding);
        Reply read = room.li().call("GET", room.path(), "");
        assertThat(read.text("said.0.answers.reasons.0")).as(read.body()).isEqualTo("pay");
        assertThat(read.body()).contains("Zxqv thanked nobody");
        assertThat(read.text("said.0.self")).isEqualTo("true");
        assertThat(read.text("course.closedOn")).isEqualTo("2026-03-16");
    }

    @Test
    void decliningIsFreeAndCompletesTheStep() {
        room.offered(false);

        Reply declined = room.self().call("POST", OWN + "/declining", "{\"version\":1}");

        assertThat(declined.text("state")).as(declined.body()).isEqualTo("declined");
        assertThat(declined.text("mayDecline")).isEqualTo("false");
        new InterviewProof(room.table).require(room.offboarding);
        assertThat(room.completed).containsExactly(room.offboarding);
        assertThat(room.self()
                        .call("POST", OWN + "/declining", "{\"version\":2}")
                        .text("type"))
                .isEqualTo("/problems/interview-not-offered");
        assertThat(room.hr()
                        .call("PUT", room.path() + "/offer", "{\"version\":2,\"self\":true}")
                        .text("state"))
                .isEqualTo("offered");
    }

    @Test
    void hrNotesThatNobodyCame() {
        room.offered(false);

        Reply missed = close("missed", 1);

        assertThat(missed.text("state")).as(missed.body()).isEqualTo("missed");
        assertThat(missed.text("course.note")).isEqualTo("ill");
        assertThat(close("held", 2).status()).isEqualTo(400);
        assertThat(close("missed", 2).text("type")).isEqualTo("/problems/interview-not-offered");
    }

    @Test
    void nobodyAboveThePersonReadsOrHoldsItWhateverTheirRole() {
        Reply offered = room.offered(false);

        assertThat(offered.body()).contains(InterviewRoom.LI.toString()).doesNotContain(InterviewRoom.BOSS.toString());
        assertThat(room.boss().call("GET", room.path(), "").status()).isEqualTo(404);
        assertThat(room.boss()
                        .call("PUT", room.path() + "/offer", "{\"version\":1,\"self\":true}")
                        .status())
                .isEqualTo(404);
        assertThat(room.boss().call("GET", "exit-interviews", "").body()).isEqualTo("{\"items\":[]}");
        Reply biased = room.hr()
                .call("PUT", room.path() + "/offer", "{\"version\":1,\"holderId\":\"" + InterviewRoom.BOSS + "\"}");
        assertThat(biased.status()).isEqualTo(400);
        assertThat(biased.body()).contains("holderId");
        assertThat(room.elsewhere().call("GET", room.path(), "").status()).isEqualTo(404);
        assertThat(room.hr()
                        .call("GET", InterviewRoom.path(UUID.randomUUID()), "")
                        .status())
                .isEqualTo(404);
        assertThat(room.self(room.boss).call("GET", OWN, "").text("state")).isEqualTo("none");
    }

    @Test
    void onlyWhoHoldsItWritesAndDraftsStayWithTheirWriter() {
        room.offered(false);
        assertThat(room.li()
                        .call("PUT", room.path() + "/draft", UNSAID.formatted(1, "x"))
                        .text("type"))
                .isEqualTo("/problems/interview-not-yours");
        assertThat(room.self()
                        .call("PUT", OWN + "/draft", UNSAID.formatted(1, "x"))
                        .text("type"))
                .isEqualTo("/problems/interview-not-yours");
        Reply drafted = room.hr().call("PUT", room.path() + "/draft", UNSAID.formatted(1, "half said"));
        assertThat(drafted.text("draft.answers.0.text")).as(drafted.body()).isEqualTo("half said");
        assertThat(room.li().call("GET", room.path(), "").body()).doesNotContain("half said");
        assertThat(room.self().call("GET", OWN, "").body()).doesNotContain("half said");

        room.hr().call("PUT", room.path() + "/offer", "{\"version\":2,\"self\":true}");
        room.self().call("PUT", OWN + "/draft", UNSAID.formatted(3, "my own"));

        assertThat(room.self().call("GET", OWN, "").text("draft.answers.0.text"))
                .isEqualTo("my own");
        assertThat(room.hr().call("GET", room.path(), "").body()).doesNotContain("my own");
    }

    @Test
    void ofTwoWhoWriteTheSecondIsToldAndNothingIsLost() {
        room.offered(false);
        room.hr().call("PUT", room.path() + "/draft", UNSAID.formatted(1, "first"));

        Reply second = room.hr().call("PUT", room.path() + "/draft", UNSAID.formatted(1, "second"));

        assertThat(second.text("type")).isEqualTo("/problems/interview-changed");
        assertThat(room.hr().call("GET", room.path(), "").text("draft.answers.0.text"))
                .isEqualTo("first");
        assertThat(room.self()
                        .call("POST", OWN + "/declining", "{\"version\":1}")
                        .text("type"))
                .isEqualTo("/problems/interview-changed");
    }

    @Test
    void aMistakeIsCorrectedByAFurtherVersionAndTheFirstStays() {
        room.offered(true);
        UUID key = UUID.randomUUID();
        room.self().call("POST", OWN + "/answers", InterviewRoom.answers(1, key, 2, ""));
        Reply again = room.self().call("POST", OWN + "/answers", InterviewRoom.answers(1, key, 2, ""));
        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.text("version")).isEqualTo("2");

        String fresh = InterviewRoom.answers(2, UUID.randomUUID(), 4, ",\"why\":\"mixed up the scale\"");
        assertThat(room.self()
                        .call("POST", OWN + "/answers", InterviewRoom.answers(2, UUID.randomUUID(), 4, ""))
                        .body())
                .contains("\"why\"");
        assertThat(room.hr().call("POST", room.path() + "/answers", fresh).text("type"))
                .isEqualTo("/problems/interview-not-yours");
        Reply corrected = room.self().call("POST", OWN + "/answers", fresh);

        assertThat(corrected.text("said.1.why")).as(corrected.body()).isEqualTo("mixed up the scale");
        assertThat(room.table.said(room.offboarding))
                .extracting(one -> one.words().answers().score("experience").orElseThrow())
                .containsExactly(2, 4);
        assertThat(room.hr()
                        .call("PUT", room.path() + "/offer", "{\"version\":3,\"self\":true}")
                        .text("type"))
                .isEqualTo("/problems/interview-held");
    }

    @Test
    void aKeyIsGoodForOneInterview() {
        UUID key = UUID.randomUUID();
        room.offered(true);
        room.self().call("POST", OWN + "/answers", InterviewRoom.answers(1, key, 2, ""));
        ExitCase second = room.leaves(InterviewRoom.LAST);
        room.hr().call("PUT", InterviewRoom.path(second.id()) + "/offer", "{\"version\":0,\"self\":true}");

        Reply used = room.self(second.personId()).call("POST", OWN + "/answers", InterviewRoom.answers(1, key, 2, ""));

        assertThat(used.text("type")).as(used.body()).isEqualTo("/problems/interview-key-used");
    }

    @Test
    void whoWantsToTalkAgainMayStayAndAWithdrawnCaseKeepsItsInterview() {
        room.offered(false);
        Reply said = room.hr()
                .call(
                        "POST",
                        room.path() + "/answers",
                        InterviewRoom.answers(1, UUID.randomUUID(), 3, ",\"talk\":true"));
        assertThat(said.text("mayStay")).as(said.body()).isEqualTo("true");
        assertThat(said.text("may.correct")).isEqualTo("true");

        room.stage(Stage.WITHDRAWN);

        Reply kept = room.hr().call("GET", room.path(), "");
        assertThat(kept.text("state")).isEqualTo("held");
        assertThat(kept.text("mayStay")).isEqualTo("false");
        assertThat(kept.text("said.0.answers.talk")).isEqualTo("true");
        assertThat(room.hr()
                        .call(
                                "POST",
                                room.path() + "/answers",
                                InterviewRoom.answers(2, UUID.randomUUID(), 1, ",\"why\":\"x\""))
                        .status())
                .isEqualTo(409);
        assertThat(room.self().call("GET", OWN, "").text("mayWrite")).isEqualTo("false");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"question\":\"tasks\",\"value\":6}|answers.tasks",
                "{\"question\":\"tasks\",\"value\":0}|answers.tasks",
                "{\"question\":\"tasks\",\"text\":\"five\"}|answers.tasks",
                "{\"question\":\"back\",\"choices\":[\"yes\",\"no\"]}|answers.back",
                "{\"question\":\"back\",\"choices\":[\"never\"]}|answers.back",
                "{\"question\":\"salary\",\"value\":1}|answers",
                "null|answers",
                "{\"question\":\"say\",\"text\":\"a\"},{\"question\":\"say\",\"text\":\"b\"}|answers.say"
            })
    void whatDoesNotFitTheFormIsNamed(String answer, String field) {
        room.offered(true);

        Reply refused = room.self().call("PUT", OWN + "/draft", "{\"version\":1,\"answers\":[" + answer + "]}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("\"field\":\"" + field + "\"");
        assertThat(room.table.find(room.offboarding).orElseThrow().version()).isEqualTo(1);
    }

    @Test
    void whatIsRequiredMustBeAnsweredAndNothingIsEndless() {
        room.offered(true);
        Reply empty =
                room.self().call("POST", OWN + "/answers", "{\"key\":\"" + UUID.randomUUID() + "\",\"version\":1}");
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.body()).contains("answers.experience").doesNotContain("answers.say");
        assertThat(room.self()
                        .call("PUT", OWN + "/draft", UNSAID.formatted(1, "x".repeat(4001)))
                        .body())
                .contains("answers.say");
        assertThat(room.self()
                        .call("PUT", OWN + "/draft", "{\"version\":1,\"reasons\":[\"greed\"]}")
                        .body())
                .contains("reasons");
        assertThat(room.self().call("POST", OWN + "/answers", "{}").body()).contains("key");
        assertThat(room.hr()
                        .call("PUT", room.path() + "/offer", "{\"version\":1,\"self\":true,\"dueOn\":\"2026-03-15\"}")
                        .body())
                .contains("dueOn");
    }

    @Test
    void hrIsRemindedThreeDaysBeforeTheLastDayAndNobodyAboveThePersonIs() {
        InterviewReminders reminders = new InterviewReminders(room.table, room.world);
        room.clock.set("2026-03-27T15:59:00Z");
        assertThat(reminders.standing()).isEmpty();
        room.clock.set("2026-03-27T16:00:00Z");
        List<Notice> missing = reminders.standing();
        assertThat(missing).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(InterviewReminders.MISSING);
            assertThat(notice.without()).contains(room.boss);
        });

        room.offered(true);

        assertThat(reminders.standing()).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(InterviewReminders.OFFERED);
            assertThat(notice.employeeId()).isEqualTo(room.person);
        });
        room.self().call("POST", OWN + "/declining", "{\"version\":1}");
        assertThat(reminders.standing()).isEmpty();
    }

    @Test
    void theListShowsWhatIsToBeHeld() {
        ExitCase sooner = room.leaves(InterviewRoom.LAST.minusDays(5));
        room.offered(true);

        Reply list = room.hr().call("GET", "exit-interviews", "");

        assertThat(list.text("items.0.offboardingId"))
                .as(list.body())
                .isEqualTo(sooner.id().toString());
        assertThat(list.text("items.0.state")).isEqualTo("none");
        assertThat(list.text("items.1.state")).isEqualTo("offered");
        assertThat(list.text("items.1.dueOn")).isEqualTo("2026-03-31");
        assertThat(room.elsewhere().call("GET", "exit-interviews", "").body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void thePersonIsToldEverythingAndErasedWhole() throws Exception {
        room.offered(true);
        room.self().call("PUT", OWN + "/draft", UNSAID.formatted(1, "half said"));
        Subject person = Subject.person(room.firm, room.person);
        InterviewRecords records = new InterviewRecords(room.table, room.forms);
        assertThat(records.of(person, "en").toString()).contains("half said");
        room.self().call("POST", OWN + "/answers", InterviewRoom.answers(2, UUID.randomUUID(), 3, ""));

        assertThat(records.of(person, "zh").toString()).contains("Zxqv thanked nobody", "薪酬, 通勤", "也许");
        assertThat(stored()).doesNotContain("Zxqv").doesNotContain("perhaps");

        room.database.run(connection -> new InterviewBeans().interviewTraces().erase(connection, person));
        assertThat(room.table.find(room.offboarding)).isEmpty();
        assertThat(room.table.said(room.offboarding)).isEmpty();
    }

    private String stored() {
        return room.database.call(connection -> {
            StringBuilder all = new StringBuilder();
            for (String table : List.of("exit_interview", "exit_interview_answer")) {
                try (PreparedStatement read = connection.prepareStatement("select content from " + table);
                        ResultSet row = read.executeQuery()) {
                    while (row.next()) {
                        all.append(new String(row.getBytes(1), StandardCharsets.ISO_8859_1));
                    }
                }
            }
            assertThat(all).isNotEmpty();
            return all.toString();
        });
    }

    private Reply close(String state, int version) {
        return room.hr()
                .call(
                        "POST",
                        room.path() + "/closing",
                        "{\"version\":%d,\"state\":\"%s\",\"note\":\"ill\"}".formatted(version, state));
    }
}
