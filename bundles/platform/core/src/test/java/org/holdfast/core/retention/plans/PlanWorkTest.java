package org.holdfast.core.retention.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.holdfast.core.fixture.Staff;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.retention.Alert;
import org.holdfast.core.risk.scoring.Band;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** On one page stands what somebody has to do, most urgent first, and nothing their lists would not show them. */
class PlanWorkTest {
    private static final String RAISE =
            "{\"kind\":\"pay\",\"title\":\"Bring pay to the market\",\"percent\":10,\"dueOn\":\"2026-12-11\"%s}";

    private final PlanRoom room = new PlanRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void superiorFindsTheirTalkOnTheMorningItCameAndItGoesOnceItIsHeld() {
        String of = room.flagged();

        Reply before = room.superior(room.boss).call("GET", "work", "");
        talk(of);
        Reply after = room.superior(room.boss).call("GET", "work", "");

        assertThat(before.text("items.0.kind")).isEqualTo("talk");
        assertThat(before.text("items.0.place")).isEqualTo("/cases/" + of);
        assertThat(before.text("items.0.employee.id")).isEqualTo(room.person.toString());
        assertThat(before.text("items.0.dueOn")).isEqualTo("2026-11-27");
        assertThat(before.text("items.0.when")).isEqualTo("week");
        assertThat(before.text("items.0.fresh")).isEqualTo("true");
        assertThat(before.body()).doesNotContain("score", "band", "high", "2026-11-23");
        assertThat(kinds(after)).isEmpty();
        assertThat(after.text("counts.done")).isEqualTo("1");
    }

    @Test
    void talkIsDueTodayOnItsLastDayAndOverdueTheDayAfterForWhoHasItAndForHr() {
        room.flagged();
        room.room.at("2026-11-27T02:00:00Z");
        Reply lastDay = room.superior(room.boss).call("GET", "work", "");
        Reply hrBefore = room.hr().call("GET", "work", "");
        room.room.at("2026-11-27T17:00:00Z");

        Reply over = room.superior(room.boss).call("GET", "work", "");
        Reply hr = room.hr().call("GET", "work", "");

        assertThat(lastDay.text("counts.today")).isEqualTo("1");
        assertThat(kinds(hrBefore))
                .as("the superior's talk is not HR's before it is late")
                .isEmpty();
        assertThat(over.text("counts.overdue")).isEqualTo("1");
        assertThat(kinds(hr)).containsExactly("talkOverdue");
        assertThat(hr.text("items.0.when")).isEqualTo("overdue");
    }

    @Test
    void hrTakesOnTheAlertsOfTheDayBeforeASuperiorHearsOfThem() {
        room.world.clock.set("2026-11-23T12:00:00Z");
        Alert alert = room.world.cross(room.person, Band.LOW, Band.HIGH).orElseThrow();

        Reply hr = room.hr().call("GET", "work", "");

        assertThat(kinds(hr)).containsExactly("alert");
        assertThat(hr.text("items.0.place")).isEqualTo("/alerts/" + alert.id());
        assertThat(hr.text("items.0.when")).isEqualTo("today");
        for (UUID superior : List.of(room.boss, room.head, room.person)) {
            assertThat(kinds(room.superior(superior).call("GET", "work", ""))).isEmpty();
        }
        room.room.at("2026-11-24T01:00:00Z");
        assertThat(kinds(room.hr().call("GET", "work", ""))).isEmpty();
    }

    @Test
    void hrHasToTalkAtOnceWhereNobodyIsAbove() {
        room.world.clock.set("2026-11-23T12:00:00Z");
        room.world.cross(room.chief, Band.LOW, Band.HIGH);
        room.room.at("2026-11-23T12:01:00Z");

        assertThat(kinds(room.hr().call("GET", "work", ""))).containsExactly("talk");
    }

    @Test
    void actionsStandUnderTheirDayWithTheirTitleAndOverdueOnesFirst() {
        String of = room.flagged();
        talk(of);
        room.plan(of, PlanRoom.TALK, RAISE.formatted(""), RAISE.formatted(",\"ownerId\":\"" + room.boss + "\""));
        room.room.at("2026-12-07T02:00:00Z");

        Reply hr = room.hr().call("GET", "work", "");
        Reply superior = room.superior(room.boss).call("GET", "work", "");

        assertThat(kinds(hr)).containsExactly("action", "action");
        assertThat(hr.text("items.0.title")).isEqualTo("Ask what matters");
        assertThat(hr.text("items.0.when")).isEqualTo("overdue");
        assertThat(hr.text("items.1.when")).isEqualTo("week");
        assertThat(kinds(superior)).containsExactly("action");
        assertThat(superior.text("items.0.title")).isEqualTo("Bring pay to the market");
    }

    @Test
    void planWaitsForWhoIsAskedAndNotForWhoAsked() {
        String of = room.flagged();
        String plan = room.plan(of, RAISE.formatted(""));
        submit(plan);

        assertThat(kinds(room.superior(room.head).call("GET", "work", ""))).containsExactly("approval");
        assertThat(kinds(room.groupHr().call("GET", "work", ""))).contains("approval");
        assertThat(kinds(room.hr().call("GET", "work", ""))).doesNotContain("approval");
        assertThat(kinds(room.superior(room.chief).call("GET", "work", ""))).isEmpty();
    }

    @Test
    void whatASuperiorWasToDoWhoIsNoneAnyMoreIsForHr() {
        String of = room.flagged();
        talk(of);
        room.plan(of, RAISE.formatted(",\"ownerId\":\"" + room.head + "\""));
        assertThat(kinds(room.hr().call("GET", "work", ""))).isEmpty();

        room.world.staff.lead(room.boss, room.chief);

        assertThat(kinds(room.hr().call("GET", "work", ""))).containsExactly("action");
    }

    @Test
    void neitherThePersonNorTheirReportsNorHrElsewhereHaveAnythingToDo() {
        String of = room.flagged();
        submit(room.plan(of, PlanRoom.TALK, RAISE.formatted("")));
        room.room.at("2026-12-08T02:00:00Z");

        assertThat(kinds(room.hr().call("GET", "work", ""))).isNotEmpty();
        for (MemoryServer one : List.of(
                room.superior(room.person),
                room.superior(room.report),
                room.hrWho(room.person),
                room.hrWho(room.report),
                room.elsewhere())) {
            Reply reply = one.call("GET", "work", "");
            assertThat(kinds(reply)).isEmpty();
            assertThat(reply.text("counts.overdue")).isEqualTo("0");
        }
    }

    @Test
    void nothingIsLeftToDoOnceThePersonHasLeft() {
        String of = room.flagged();
        room.plan(of, PlanRoom.TALK);
        Staff staff = room.world.staff;
        staff.leaves(room.person, LocalDate.of(2026, 11, 24), "voluntary");
        room.room.at("2026-11-25T02:00:00Z");

        assertThat(kinds(room.hr().call("GET", "work", ""))).isEmpty();
        assertThat(kinds(room.superior(room.boss).call("GET", "work", ""))).isEmpty();
    }

    @Test
    void pagesHoldTheRestAndCountsHoldAll() {
        String of = room.flagged();
        talk(of);
        room.plan(of, PlanRoom.TALK, RAISE.formatted(""), RAISE.formatted(""));

        Reply first = room.hr().call("GET", "work?limit=2", "");
        Reply second = room.hr().call("GET", "work?limit=2&cursor=" + first.text("next"), "");

        assertThat(kinds(first)).hasSize(2);
        assertThat(kinds(second)).hasSize(1);
        assertThat(second.text("counts.later")).isEqualTo("3");
    }

    /** However much there is, nothing is opened but what is shown. */
    @Test
    void whatIsNotShownIsNotOpened() {
        String of = room.flagged();
        room.plan(of, PlanRoom.TALK, RAISE.formatted(""), RAISE.formatted(""), RAISE.formatted(""));

        int one = opened("work?limit=1");
        int all = opened("work?limit=4");

        assertThat(all).isGreaterThan(one);
        room.plan(another(), RAISE.formatted(""), RAISE.formatted(""), RAISE.formatted(""), RAISE.formatted(""));
        assertThat(opened("work?limit=1")).isEqualTo(one);
    }

    private int opened(String path) {
        MemoryServer hr = room.hr();
        int before = room.world.work.get();
        assertThat(hr.call("GET", path, "").status()).isEqualTo(200);
        return room.world.work.get() - before;
    }

    /** A case about somebody else. */
    private String another() {
        UUID person = room.world.staff.hire(room.firm, room.boss);
        Alert alert = room.room.flag(person, "2026-11-24T02:00:00Z");
        room.room.at("2026-11-25T01:00:00Z");
        return room.room.of(alert).id().toString();
    }

    private void talk(String of) {
        String talk = "{\"key\":\"%s\",\"heldOn\":\"%s\",\"intent\":\"denied\"}"
                .formatted(
                        UUID.randomUUID(), LocalDate.ofInstant(room.world.clock.instant(), ZoneId.of("Asia/Shanghai")));
        Reply reply = room.room.superior(room.boss).call("POST", "cases/" + of + "/talks", talk);
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    private void submit(String plan) {
        String version = room.hr().call("GET", "plans/" + plan, "").text("version");
        Reply reply = room.hr().call("POST", "plans/" + plan + "/submission", "{\"version\":" + version + "}");
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    }

    private static List<String> kinds(Reply reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        List<String> kinds = new ArrayList<>();
        for (int i = 0; !reply.text("items." + i + ".kind").isEmpty(); i++) {
            kinds.add(reply.text("items." + i + ".kind"));
        }
        return kinds;
    }
}
