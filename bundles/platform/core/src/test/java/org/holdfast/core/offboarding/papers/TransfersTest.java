package org.holdfast.core.offboarding.papers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.offboarding.cases.ExitCases.Stage;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.platform.rest.RestException;
import org.holdfast.core.protection.Subject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HR notes within fifteen days where archive and social insurance went, and hears of it before they are late. */
class TransfersTest {
    private static final String SENT =
            "{\"state\":\"sent\",\"on\":\"2026-03-31\",\"office\":\"Pudong talent centre\",\"reference\":\"A-7\"}";
    private static final String NONE = "{\"state\":\"none\",\"reason\":\"kept at the university\"}";

    private final PaperRoom room = new PaperRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theCaseShowsUntilWhen_AndTheTaskWaitsForBoth() {
        TransferProof proof = new TransferProof(room.transfers);
        Reply open = room.hr().call("GET", path(), "");
        assertThat(open.text("due.day")).as(open.body()).isEqualTo("2026-04-15");
        assertThat(open.text("due.daysLeft")).isEqualTo("15");
        assertThat(open.text("due.article")).contains("50");

        Reply half = note(0, SENT, "{\"state\":\"open\"}");
        assertThat(half.text("done")).as(half.body()).isEqualTo("false");
        assertThatThrownBy(() -> proof.require(room.offboarding)).isInstanceOf(RestException.class);
        Reply whole = note(1, SENT, NONE);

        assertThat(whole.text("done")).as(whole.body()).isEqualTo("true");
        assertThat(whole.text("archive.office")).isEqualTo("Pudong talent centre");
        assertThat(whole.text("insurance.reason")).isEqualTo("kept at the university");
        proof.require(room.offboarding);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-09T16:00:00Z,transferDue,5",
        "2026-04-12T02:00:00Z,transferDue,5",
        "2026-04-13T16:00:00Z,transferDue,1",
        "2026-04-15T15:59:00Z,transferDue,1",
        "2026-04-15T16:00:00Z,transferOverdue,overdue"
    })
    void hrIsRemindedByTheDaysOfTheSubsidiary(String now, String kind, String stage) {
        room.clock.set(now);

        assertThat(reminded()).singleElement().satisfies(notice -> {
            assertThat(notice.kind().code()).isEqualTo(kind);
            assertThat(notice.key()).endsWith(" " + stage);
            assertThat(notice.personId()).isEqualTo(room.person);
        });
    }

    @Test
    void nobodyIsRemindedTooEarlyOrOnceItIsDone() {
        room.clock.set("2026-04-09T15:00:00Z");
        assertThat(reminded()).isEmpty();
        room.clock.set("2026-04-20T02:00:00Z");
        assertThat(reminded()).hasSize(1);
        note(0, SENT, NONE);
        assertThat(reminded()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"state\":\"sent\"}|archive.on",
                "{\"state\":\"sent\",\"on\":\"2026-03-31\"}|archive.office",
                "{\"state\":\"sent\",\"on\":\"2026-04-01\",\"office\":\"x\"}|archive.on",
                "{\"state\":\"sent\",\"on\":\"0001-01-01\",\"office\":\"x\"}|archive.on",
                "{\"state\":\"none\"}|archive.reason",
                "{\"state\":\"lost\"}|archive.state",
                "null|archive.state"
            })
    void whatIsMissingIsNamed(String archive, String field) {
        Reply refused = note(0, archive, NONE);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("\"" + field + "\"");
        assertThat(note(0, "{\"state\":\"none\",\"reason\":\"" + "x".repeat(501) + "\"}", NONE)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void ofTwoWhoNoteItOneIsToldSo() {
        assertThat(note(0, SENT, NONE).status()).isEqualTo(200);
        assertThat(note(0, NONE, NONE).text("type")).isEqualTo("/problems/transfer-changed");
        assertThat(room.hr().call("GET", path(), "").text("archive.state")).isEqualTo("sent");
        assertThat(room.elsewhere().call("GET", path(), "").status()).isEqualTo(404);
        room.stage(Stage.WITHDRAWN);
        assertThat(note(1, NONE, NONE).status()).isEqualTo(409);
    }

    @Test
    void thePersonIsToldAndErased() {
        note(0, SENT, NONE);
        Subject person = Subject.person(room.firm, room.person);
        assertThat(new PaperRecords(room.papers, room.transferTable).of(person, "en"))
                .hasSize(2);

        room.database.run(connection -> new PaperBeans().paperTraces().erase(connection, person));

        assertThat(room.transferTable.find(room.offboarding)).isEmpty();
    }

    private List<Notice> reminded() {
        return new TransferReminders(
                        () -> List.copyOf(room.cases.values()), room.transferTable, room.transfers, room.world)
                .standing();
    }

    private String path() {
        return "offboardings/" + room.offboarding + "/transfer";
    }

    private Reply note(int version, String archive, String insurance) {
        return room.hr()
                .call(
                        "PUT",
                        path(),
                        "{\"version\":%d,\"archive\":%s,\"insurance\":%s}".formatted(version, archive, insurance));
    }
}
