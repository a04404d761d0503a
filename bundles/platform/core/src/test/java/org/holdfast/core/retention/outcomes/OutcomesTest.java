package org.holdfast.core.retention.outcomes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.retention.AlertState;
import org.holdfast.core.retention.cases.CaseState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An outcome follows a talk, closes the case and its alert, and is corrected by a further one alone. */
class OutcomesTest {
    private final OutcomeRoom room = new OutcomeRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void beforeATalkThereIsNoOutcome() {
        Reply early = room.record(room.hr(), OutcomeRoom.STAYS);

        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("type")).isEqualTo("/problems/no-talk-yet");
        assertThat(room.now().state()).isEqualTo(CaseState.WAITING);
    }

    @Test
    void outcomeClosesTheCaseAndItsAlertAndTellsPlans() {
        room.talked();

        Reply reply = room.record(room.superior(room.boss), OutcomeRoom.STAYS);

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.text("outcome")).isEqualTo("retained");
        assertThat(reply.text("followUps.0.dueOn")).isEqualTo("2026-12-25");
        assertThat(room.now().state()).isEqualTo(CaseState.CLOSED);
        assertThat(room.world.alerts.lookUp(room.alert.id()).orElseThrow().state())
                .isEqualTo(AlertState.CLOSED);
        assertThat(room.told)
                .singleElement()
                .satisfies(event -> assertThat(event.outcome()).isEqualTo("retained"));
    }

    @Test
    void mistakeIsCorrectedByAFurtherOutcomeAndBothStayReadable() {
        room.talked();
        room.record(room.hr(), OutcomeRoom.STAYS);

        Reply corrected = room.record(room.hr(), OutcomeRoom.STAYS.replace("retained", "decided"));

        assertThat(corrected.text("outcome")).isEqualTo("decided");
        assertThat(corrected.text("entries.0.words.what")).isEqualTo("decided");
        assertThat(corrected.text("entries.1.words.what")).isEqualTo("retained");
        assertThat(corrected.body()).contains("\"followUps\":[]");
    }

    @Test
    void theSameRequestSentTwiceIsTakenOnce() {
        room.talked();
        String body = OutcomeRoom.STAYS.formatted(UUID.randomUUID());

        room.hr().call("POST", room.path, body);
        Reply again = room.hr().call("POST", room.path, body);
        Reply other = room.hr().call("POST", room.path, body.replace("retained", "moved"));

        assertThat(again.status()).isEqualTo(200);
        assertThat(room.table.of(room.now().id())).hasSize(1);
        assertThat(other.text("type")).isEqualTo("/problems/outcome-key-used");
    }

    @ParameterizedTest
    @CsvSource({
        "retained, won, outcome, outcome",
        "retained, well, outcome, outcome",
        "2026-11-25, 2026-11-24, on, beforeTalk",
        "2026-11-25, 2026-11-26, on, future"
    })
    void whatCannotBeIsRefusedByItsField(String right, String wrong, String field, String code) {
        room.talked();

        Reply refused = room.record(room.hr(), OutcomeRoom.STAYS.replace(right, wrong));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("errors.0.field")).isEqualTo(field);
        assertThat(refused.text("errors.0.code")).isEqualTo(code);
        assertThat(room.now().state()).isEqualTo(CaseState.TALKED);
    }

    @Test
    void wordsThatAreTooLongAreRefused() {
        room.talked();

        Reply refused = room.record(room.hr(), OutcomeRoom.STAYS.replace("A raise.", "x".repeat(2_001)));

        assertThat(refused.text("errors.0.code")).isEqualTo("longNote");
    }

    @Test
    void onlyHrSaysThatTheFirmDoesNotNegotiateAnyMore() {
        room.talked();
        String decided = OutcomeRoom.STAYS.replace("retained", "decided");

        assertThat(room.record(room.superior(room.boss), decided).text("errors.0.code"))
                .isEqualTo("notYours");
        assertThat(room.record(room.hr(), decided).status()).isEqualTo(200);
        assertThat(room.record(room.superior(room.boss), OutcomeRoom.STAYS).status())
                .isEqualTo(400);
    }

    @Test
    void nothingIsRecordedAboutSomebodyWhoLeftTheExitIsTheOutcome() {
        room.talked();
        room.world.staff.leaves(room.person, LocalDate.of(2026, 11, 25), "voluntary");
        room.room.at("2026-11-26T01:00:00Z");

        assertThat(room.record(room.hr(), OutcomeRoom.STAYS).text("type")).isEqualTo("/problems/person-left");
        Reply seen = room.hr().call("GET", room.path, "");
        assertThat(seen.text("outcome")).isEqualTo("left");
        assertThat(seen.text("exit.leftOn")).isEqualTo("2026-11-25");
        assertThat(seen.text("exit.type")).isEqualTo("voluntary");
    }

    @Test
    void superiorWhoLostTheCaseRecordsNothing() {
        // Nobody talks in time: the case goes up to the head, and the superior still sees that they had it.
        room.room.at("2026-11-27T01:00:00Z");
        room.room.at("2026-11-30T01:00:00Z");
        assertThat(room.now().turn().talkerId()).isEqualTo(room.head);

        Reply refused = room.record(room.superior(room.boss), OutcomeRoom.STAYS);

        assertThat(refused.text("type")).isEqualTo("/problems/case-with-another");
        assertThat(room.superior(room.boss).call("GET", room.path, "").status()).isEqualTo(404);
    }
}
