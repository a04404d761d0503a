package org.holdfast.core.retention.plans;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.holdfast.api.signal.DataCategory;
import org.holdfast.core.notification.Notice;
import org.holdfast.core.platform.rest.MemoryServer;
import org.holdfast.core.platform.rest.MemoryServer.Reply;
import org.holdfast.core.retention.RetentionWorld;
import org.holdfast.core.risk.scoring.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who sees a plan, who is told what it costs, what is proposed to whom, and who is reminded. */
class PlanReaderTest {
    private static final String RAISE =
            "{\"kind\":\"pay\",\"title\":\"Raise\",\"percent\":15,\"cost\":{\"amount\":61234,\"currency\":\"CNY\"}}";
    private static final String MINE =
            "{\"kind\":\"conversation\",\"title\":\"Talk\",\"dueOn\":\"2026-11-25\",\"ownerId\":\"%s\"}";

    private final PlanRoom room = new PlanRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void superiorWithTheCaseSeesThePlanAndNotWhatItCosts() {
        String plan = room.plan(room.flagged(), RAISE);

        Reply seen = room.superior(room.boss).call("GET", "plans/" + plan, "");

        assertThat(seen.status()).isEqualTo(200);
        assertThat(seen.text("actions.0.percent")).isEqualTo("15.0");
        assertThat(seen.body()).doesNotContain("61234");
        assertThat(room.hr().call("GET", "plans/" + plan, "").text("costs.0.amount"))
                .isEqualTo("61234.0");
    }

    @Test
    void whatASuperiorChangesKeepsTheCostTheyAreNotTold() {
        String plan = room.plan(room.flagged(), RAISE);
        MemoryServer boss = room.superior(room.boss);
        Reply seen = boss.call("GET", "plans/" + plan, "");
        String path = "plans/" + plan + "/actions/" + seen.text("actions.0.id");

        assertThat(boss.call("PUT", path, RAISE.replace("}}", "},\"version\":0}"))
                        .text("errors.0.code"))
                .isEqualTo("notYours");
        Reply renamed = boss.call("PUT", path, "{\"kind\":\"pay\",\"title\":\"A raise\",\"percent\":15,\"version\":0}");

        assertThat(renamed.text("actions.0.title")).isEqualTo("A raise");
        assertThat(room.hr().call("GET", "plans/" + plan, "").text("costs.0.amount"))
                .isEqualTo("61234.0");
    }

    @Test
    void nobodyElseSeesThePlan() {
        String plan = room.plan(room.flagged(), RAISE);

        for (UUID other : List.of(room.person, room.report, room.head, room.chief)) {
            MemoryServer api = room.superior(other);
            assertThat(api.call("GET", "plans/" + plan, "").status()).isEqualTo(404);
            assertThat(api.call("GET", "plans", "").text("total")).isEqualTo("0");
        }
        assertThat(room.elsewhere().call("GET", "plans/" + plan, "").status()).isEqualTo(404);
        assertThat(room.elsewhere().call("GET", "plans", "").body()).doesNotContain(plan);
        Reply seen = room.hr().call("GET", "plans/" + plan, "");
        room.hr().call("POST", "plans/" + plan + "/submission", "{\"version\":" + seen.text("version") + "}");

        Reply asked = room.superior(room.head).call("GET", "plans/" + plan, "");
        assertThat(asked.text("may.decide")).as("whom it is put before sees it").isEqualTo("true");
        assertThat(asked.text("may.write")).isEqualTo("false");
    }

    /** F-85: a second resignation after a raise. What is not pay stands first. */
    @Test
    void whoTookARaiseAndIsAtRiskAgainIsOfferedOtherThingsFirst() {
        String id = room.flagged(
                RetentionWorld.reason("pay.raise_request", DataCategory.PAY, 0.9),
                RetentionWorld.reason("event.counter_offer", DataCategory.CAREER, 0.8));

        Reply proposed = room.hr().call("GET", "plans/proposals/" + id, "");

        assertThat(proposed.text("items.0.template")).isEqualTo("stayTalk");
        List<String> kinds = kinds(proposed);
        assertThat(kinds.subList(0, kinds.indexOf("pay"))).contains("postChange", "project");
        assertThat(kinds.lastIndexOf("pay")).as("pay stands last").isEqualTo(kinds.size() - 1);
    }

    @Test
    void hrIsProposedWhatAnswersTheStrongestReasonFirst() {
        String id = room.flagged(
                RetentionWorld.reason("profile.payToMarket", DataCategory.PAY, 0.9),
                RetentionWorld.reason("performance.rating", DataCategory.PERFORMANCE, 0.5));

        Reply proposed = room.hr().call("GET", "plans/proposals/" + id, "");

        assertThat(kinds(proposed).subList(0, 2)).containsOnly("pay");
        assertThat(proposed.text("because.0.signals.0")).isEqualTo("profile.payToMarket");
    }

    /** C2: no trace of a reason from outside, in the order neither. */
    @Test
    void whatASuperiorIsProposedIsTheSameWhateverTheReason() {
        Reason outside = RetentionWorld.reason("resume.update", DataCategory.JOB_SITE, 0.9);
        String id = room.flagged(outside);
        String one = room.superior(room.boss)
                .call("GET", "plans/proposals/" + id, "")
                .body();
        try (PlanRoom other = new PlanRoom()) {
            String twin = other.flagged(RetentionWorld.reason("performance.rating", DataCategory.PERFORMANCE, 0.9));
            String two = other.superior(other.boss)
                    .call("GET", "plans/proposals/" + twin, "")
                    .body();

            assertThat(items(one)).isEqualTo(items(two)).doesNotContain("resume");
        }
    }

    @Test
    void whoeverDoesSomethingIsRemindedOnTheDayAndHrOfTheRest() {
        String plan = room.plan(room.flagged(), MINE.formatted(room.boss), PlanRoom.TALK);

        assertThat(room.reminders.standing()).isEmpty();
        room.world.clock.set("2026-11-25T01:00:00Z");
        assertThat(room.reminders.standing())
                .singleElement()
                .satisfies(notice -> assertThat(notice.employeeId()).isEqualTo(room.boss));
        room.world.clock.set("2026-11-26T01:00:00Z");
        assertThat(room.reminders.standing()).extracting(Notice::kind).containsExactly(PlanReminders.OVERDUE);

        Reply seen = room.hr().call("GET", "plans/" + plan, "");
        room.hr().call("POST", "plans/" + plan + "/submission", "{\"version\":" + seen.text("version") + "}");
        assertThat(room.reminders.standing())
                .filteredOn(notice -> notice.kind().equals(PlanReminders.APPROVAL))
                .singleElement()
                .satisfies(notice -> assertThat(notice.employeeId()).isEqualTo(room.head));
    }

    private static List<String> kinds(Reply proposed) {
        List<String> kinds = new java.util.ArrayList<>();
        for (int at = 0; !proposed.text("items." + at + ".kind").isEmpty(); at++) {
            kinds.add(proposed.text("items." + at + ".kind"));
        }
        return kinds;
    }

    private static String items(String body) {
        return body.substring(body.indexOf("\"items\""));
    }
}
