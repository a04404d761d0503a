package org.holdfast.core.retention.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.retention.Alert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** HR sees the cases of its subsidiaries, a superior those that are or were theirs, and nobody their own. */
class CaseReaderTest {
    private final CaseRoom room = new CaseRoom();
    private final UUID firm = room.world.firm;
    private final UUID head = room.world.staff.hire(firm, null);
    private final UUID boss = room.world.staff.hire(firm, head);
    private final UUID person = room.world.staff.hire(firm, boss);
    private final UUID report = room.world.staff.hire(firm, person);
    private Alert alert;

    @BeforeEach
    void deliver() {
        alert = room.flag(person, "2026-11-23T12:00:00Z");
        room.at("2026-11-24T01:00:00Z");
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void superiorReadsWhoAndUntilWhenAndNothingOfTheScore() {
        Reply reply = room.superior(boss).call("GET", "cases", "");

        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        assertThat(reply.text("total")).isEqualTo("1");
        assertThat(reply.text("items.0.employee.id")).isEqualTo(person.toString());
        assertThat(reply.text("items.0.yours")).isEqualTo("true");
        assertThat(reply.text("items.0.alertId")).isEqualTo(alert.id().toString());
        assertThat(reply.text("items.0.clock.startedAt")).startsWith("2026-11-24T09:00");
        assertThat(reply.text("items.0.clock.dueOn")).isEqualTo("2026-11-27");
        assertThat(reply.body()).doesNotContain("score", "band", "high", "8.5", "2026-11-23");
    }

    @Test
    void othersInTheLineSeeItOnlyOnceItIsTheirs() {
        assertThat(room.superior(head).call("GET", "cases", "").text("total")).isEqualTo("0");
        assertThat(room.superior(head).call("GET", "cases/" + id(), "").status())
                .isEqualTo(404);

        goesUp();

        assertThat(room.superior(head).call("GET", "cases/" + id(), "").text("yours"))
                .isEqualTo("true");
    }

    @Test
    void superiorKeepsInSightWhatWentUpWithoutTheAlertAndWithoutTheTurnsOfOthers() {
        goesUp();

        Reply mine = room.superior(boss).call("GET", "cases/" + id(), "");
        Reply theirs = room.superior(head).call("GET", "cases/" + id(), "");

        assertThat(mine.status()).isEqualTo(200);
        assertThat(mine.text("yours")).isEqualTo("false");
        assertThat(mine.body()).doesNotContain(alert.id().toString());
        assertThat(mine.text("turns.0.endedFor")).isEqualTo("escalated");
        assertThat(theirs.body()).doesNotContain("escalated\"");
        assertThat(room.hr("hr", firm, null).call("GET", "cases/" + id(), "").text("turns.0.name"))
                .isEqualTo(room.world.staff.people.card(boss).orElseThrow().name());
    }

    @Test
    void superiorWhoLostItByAnAlertOfTheirOwnSeesItNoMore() {
        room.flag(boss, "2026-11-25T02:00:00Z");
        room.at("2026-11-25T02:01:00Z");

        assertThat(room.superior(boss).call("GET", "cases", "").text("total")).isEqualTo("0");
    }

    @Test
    void neitherThePersonNorTheirReportsNorHrElsewhereSeeIt() {
        UUID other = room.world.staff.subsidiary("S2", "Asia/Shanghai");
        for (MemoryServer server : List.of(
                room.hr("self", firm, person),
                room.hr("below", firm, report),
                room.hr("elsewhere", other, null),
                room.superior(person),
                room.superior(report))) {
            assertThat(server.call("GET", "cases", "").text("total")).isEqualTo("0");
            assertThat(server.call("GET", "cases/" + id(), "").status()).isEqualTo(404);
        }
    }

    @Test
    void remindersAreForTheOneWhoHasToTalkAndForHrButNeverForThePerson() {
        room.at("2026-11-27T01:00:00Z");

        assertThat(room.reminders.standing())
                .singleElement()
                .satisfies(notice -> assertThat(notice.employeeId()).isEqualTo(boss))
                .satisfies(notice -> assertThat(notice.personId()).isEqualTo(person));
    }

    @Test
    void overdueComesFirstThenWhatIsDueNextAndPagesHoldTheRest() {
        Alert later = room.flag(report, "2026-11-24T02:00:00Z");
        room.world.staff.lead(report, head);
        room.at("2026-11-25T01:00:00Z");
        room.at("2026-11-27T16:00:00Z");
        MemoryServer hr = room.hr("hr", firm, null);

        Reply first = hr.call("GET", "cases?limit=1", "");
        Reply second = hr.call("GET", "cases?limit=1&cursor=" + first.text("next"), "");

        assertThat(first.text("items.0.overdue")).isEqualTo("true");
        assertThat(first.text("items.0.id")).isEqualTo(id().toString());
        assertThat(second.text("items.0.alertId")).isEqualTo(later.id().toString());
        assertThat(second.text("items.0.overdue")).isEqualTo("false");
    }

    @Test
    void caseIsFoundByStateAndByItsAlert() {
        MemoryServer hr = room.hr("hr", firm, null);

        assertThat(hr.call("GET", "cases?state=waiting", "").text("total")).isEqualTo("1");
        assertThat(hr.call("GET", "cases?state=closed", "").text("total")).isEqualTo("0");
        assertThat(hr.call("GET", "cases?alert=" + alert.id(), "").text("total"))
                .isEqualTo("1");
        assertThat(hr.call("GET", "cases?alert=" + UUID.randomUUID(), "").text("total"))
                .isEqualTo("0");
        Reply wrong = hr.call("GET", "cases?state=lost", "");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.text("errors.0.field")).isEqualTo("state");
    }

    private void goesUp() {
        room.at("2026-11-27T01:00:00Z");
        room.at("2026-11-30T01:00:00Z");
    }

    private UUID id() {
        return room.of(alert).id();
    }
}
